package muster.packs.warehouse.change;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.Outputs;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.cost.Budget;
import muster.packs.warehouse.cost.Spending;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Session;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// `warehouse.pilot`: accepts, in somebody's name, the groups consolidated so far as the pilot of a family.
/// It is refused if they are too few, if one was too dear, or if one is not as it was made. Without an
/// accepted pilot a roll-out is refused.
public record AcceptPilot(NamingStandard standard, InstantSource clock) implements SessionAction {

    @Override
    public ActionResult perform(Session session, ActionCall call) throws SQLException {
        var arguments = Arguments.of(call);
        var by = arguments.required("by");
        var family = arguments.text("family", "lag");
        var now = clock.instant();
        var journal = Journal.open(session, call.key());
        var groups = groups(session, Pilot.made(journal.allInForce(), standard, family), call.key(), now);
        var problems = new ArrayList<String>();
        if (groups.size() < Pilot.GROUPS) {
            problems.add("%d groups are consolidated, a pilot has %d".formatted(groups.size(), Pilot.GROUPS));
        }
        groups.stream()
                .filter(each -> each.usd().compareTo(Pilot.MOST_USD) > 0)
                .forEach(each -> problems.add(
                        "%s cost %s USD, more than %s".formatted(each.target(), each.usd(), Pilot.MOST_USD)));
        problems.addAll(unlike(session, journal.lasting()));
        if (!problems.isEmpty()) {
            return new ActionResult.Failed("the pilot is not accepted: " + String.join("; ", problems));
        }
        Pilot.open(session).accept(family, groups, by, now);
        return new Outputs()
                .put("groups", groups.size())
                .put(
                        "most.usd",
                        groups.stream()
                                .map(Pilot.Group::usd)
                                .reduce(BigDecimal.ZERO, BigDecimal::max)
                                .toPlainString())
                .put("accepted-by", by)
                .succeeded();
    }

    private static List<Pilot.Group> groups(Session session, Set<String> targets, String key, Instant now)
            throws SQLException {
        var spending = Spending.open(session, key, Budget.NONE, InstantSource.fixed(now));
        var groups = new ArrayList<Pilot.Group>();
        for (var target : targets.stream().sorted().toList()) {
            groups.add(new Pilot.Group(target, spending.of(target)));
        }
        return groups;
    }

    /// What the journal says of results and sources is true of the live tables.
    private static List<String> unlike(Session session, List<Change> changes) throws SQLException {
        var merged = changes.stream()
                .filter(each -> each.kind() != Change.Kind.RENAMED)
                .toList();
        var names = merged.stream().map(Change::to).toList();
        var digests = Contents.columnDigests(session);
        var present = names.stream().filter(digests::containsKey).toList();
        var rows = Contents.rows(session, present);
        return merged.stream()
                .filter(each -> !each.columns().equals(digests.get(each.to()))
                        || each.rows() != rows.getOrDefault(each.to(), -1L))
                .map(each -> each.to() + " is not as it was made")
                .toList();
    }
}
