package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.Outputs;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.sql.Session;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// `warehouse.consolidate`: makes one table of the window tables of a pair and variant. Copies are proved equal, the
/// join is proved complete, and the sources are put aside under `_muster_kept_`, with views under their names. A group
/// whose proofs fail, or whose target is taken, is left as it was and becomes a decision.
public record Consolidate(NamingStandard standard, InstantSource clock) implements SessionAction {
    private static final int GRACE_DAYS = 30;
    private static final int MOST_GRACE_DAYS = 3650;
    private static final String ALL = "all";

    @Override
    public ActionResult perform(Session session, ActionCall call) throws SQLException, InterruptedException {
        var arguments = Arguments.of(call);
        var now = clock.instant();
        var inForce = standard.on(now.atZone(ZoneOffset.UTC).toLocalDate());
        var estate = Estate.read(session, inForce);
        var groups = groups(estate, arguments);
        var journal = Journal.open(session, call.key());
        journal.begin(Before.of(estate.verdicts()), now, List.of());
        var expires = now.plus(Duration.ofDays(arguments.number("grace-days", GRACE_DAYS, MOST_GRACE_DAYS)));
        var treatment = new Merge.Treatment(
                words(arguments.text("once", "bqx_close")), words(arguments.text("dropped", "period_minutes")));
        var consolidation = new Consolidation(session, journal, treatment, new Consolidation.Period(now, expires));
        var decisions = new ArrayList<Decision>();
        for (var group : groups) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted before " + group.target());
            }
            attempt(consolidation, group, decisions);
            call.progress().accept((double) (groups.indexOf(group) + 1) / groups.size(), group.target());
        }
        journal.rememberDecisions(decisions);
        return result(journal.inForce(), decisions);
    }

    private static void attempt(Consolidation consolidation, WindowGroup group, List<Decision> decisions)
            throws SQLException {
        try {
            consolidation.carryOut(group);
        } catch (BrokenInvariant e) {
            decisions.add(new Decision(group.target(), String.valueOf(e.getMessage())));
        }
    }

    private static ActionResult result(List<Change> changes, List<Decision> decisions) {
        var created = changes.stream()
                .filter(each -> each.kind() == Change.Kind.CREATED)
                .toList();
        if (created.isEmpty()) {
            return decisions.isEmpty()
                    ? new ActionResult.Failed("there is nothing to consolidate")
                    : new ActionResult.NeedsDecision(
                            decisions.stream().map(Decision::toString).toList());
        }
        return new Outputs()
                .put("created", created.size())
                .put("kept", changes.size() - created.size())
                .put("rows", created.stream().mapToLong(Change::rows).sum())
                .put("decisions", decisions.size())
                .succeeded();
    }

    private static List<WindowGroup> groups(Estate estate, Arguments arguments) {
        var family = arguments.text("family", "lag");
        var pair = arguments.text("pair", ALL);
        var variant = arguments.oneOf("variant", List.of(ALL, "idx", "bqx"));
        var verdicts = estate.verdicts().stream()
                .filter(each -> each.category().equals(family))
                .filter(each -> variant.equals(ALL) || each.variant().token().equals(variant))
                .filter(each -> pair.equals(ALL)
                        || Arrays.asList(each.table().split("_")).contains(pair))
                .toList();
        return WindowGroup.of(verdicts);
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).collect(Collectors.toSet());
    }
}
