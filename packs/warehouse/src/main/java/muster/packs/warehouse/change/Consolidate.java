package muster.packs.warehouse.change;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.Outputs;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.cost.Budget;
import muster.packs.warehouse.cost.Prices;
import muster.packs.warehouse.cost.Spending;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.usage.ViewUse;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// `warehouse.consolidate`: makes one table of the window tables of a pair and variant. Copies are proved equal, the
/// join is proved complete, and the sources are put aside under `_muster_kept_`, with views under their names. A group
/// whose proofs fail, or whose target is taken, is left as it was and becomes a decision. More groups than a pilot has
/// are refused until a pilot was accepted.
///
/// @param folder where a table of prices may lie
public record Consolidate(NamingStandard standard, InstantSource clock, Path folder) implements SessionAction {
    private static final int GRACE_DAYS = 30;
    private static final int MOST_GRACE_DAYS = 3650;
    private static final String ALL = "all";
    private static final String PILOT = "pilot";

    @Override
    public ActionResult perform(Session session, ActionCall call)
            throws SQLException, IOException, InterruptedException {
        var arguments = Arguments.of(call);
        var now = clock.instant();
        if (session.onlyTells()) {
            return told(session, call, now);
        }
        session.takeTurn(call.key());
        if (session.takesBack()) {
            Made.create(session);
        }
        var settled = consolidation(Journal.open(session, call.key()), call, List.of())
                .settle();
        var estate = Estate.read(session, standard.on(now.atZone(ZoneOffset.UTC).toLocalDate()));
        var journal = Journal.open(session, call.key());
        var groups = groups(estate, arguments);
        var made = Pilot.made(journal.allInForce(), standard, family(arguments));
        int free = Math.max(0, Pilot.GROUPS - made.size());
        if (arguments.oneOf("groups", List.of(ALL, PILOT)).equals(PILOT)) {
            groups = groups.subList(0, Math.min(free, groups.size()));
        }
        if (groups.size() > free && !Pilot.open(session).isAccepted(family(arguments), made)) {
            return new ActionResult.Failed(
                    "%d groups are a roll-out, and no pilot of %s was accepted: consolidate with groups=pilot, then accept it with warehouse.pilot"
                            .formatted(groups.size(), family(arguments)));
        }
        journal.begin(Before.of(estate.verdicts()), now, List.of());
        var consolidation = consolidation(journal, call, groups);
        var carried = settled;
        for (var group : groups) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted before " + group.target());
            }
            carried = carried.and(attempt(consolidation::carryOut, group, estate.catalog()));
            call.progress().accept((double) (groups.indexOf(group) + 1) / groups.size(), group.target());
        }
        journal.decisions().replace(carried.left());
        ViewUse.begin(session, WindowGroup.sources(groups));
        return result(journal.inForce(), carried);
    }

    /// A dry run where nothing is taken back: it reads the catalog alone, so whether the proofs hold is not known.
    private ActionResult told(Session session, ActionCall call, Instant now) throws SQLException, IOException {
        var estate = Estate.read(session, standard.on(now.atZone(ZoneOffset.UTC).toLocalDate()));
        var groups = groups(estate, Arguments.of(call));
        var consolidation = consolidation(Journal.of(session, call.key()), call, groups);
        var carried = Carried.NOTHING;
        for (var group : groups) {
            carried = carried.and(attempt(consolidation::tell, group, estate.catalog()));
        }
        return new Outputs()
                .put("told", groups.size() - carried.left().size())
                .put("decisions", carried.left().size())
                .succeeded();
    }

    private Consolidation consolidation(Journal journal, ActionCall call, List<WindowGroup> groups)
            throws SQLException, IOException {
        var arguments = Arguments.of(call);
        var session = journal.session();
        var now = clock.instant();
        var expires = now.plus(Duration.ofDays(arguments.number("grace-days", GRACE_DAYS, MOST_GRACE_DAYS)));
        var treatment = new Merge.Treatment(
                words(arguments.text("once", "bqx_close")), words(arguments.text("dropped", "period_minutes")));
        var price = Prices.of(arguments, folder);
        var payment = new Payment(
                Forecast.of(session, price.isNothing() ? List.of() : WindowGroup.sources(groups)),
                price,
                Spending.open(session, call.key(), Budget.of(arguments), clock));
        return new Consolidation(journal, treatment, new Consolidation.Period(now, expires, clock), payment);
    }

    /// What is done with a group.
    private interface Way {
        Carried take(WindowGroup group) throws SQLException;
    }

    private Carried attempt(Way way, WindowGroup group, Catalog catalog) throws SQLException {
        try {
            var obstacle = group.obstacle(catalog, standard);
            BrokenInvariant.unless(obstacle == null, String.valueOf(obstacle));
            return way.take(group);
        } catch (BrokenInvariant e) {
            return new Carried(List.of(new Decision(group.target(), String.valueOf(e.getMessage()))), List.of());
        }
    }

    private static ActionResult result(List<Change> changes, Carried carried) {
        var decisions = carried.left();
        var created = changes.stream()
                .filter(each -> each.kind() == Change.Kind.CREATED)
                .toList();
        if (created.isEmpty()) {
            return decisions.isEmpty()
                    ? new ActionResult.Failed("there is nothing to consolidate")
                    : new ActionResult.NeedsDecision(
                            decisions.stream().map(Decision::toString).toList());
        }
        var outputs = new Outputs()
                .put("created", created.size())
                .put("kept", changes.size() - created.size())
                .put("rows", created.stream().mapToLong(Change::rows).sum())
                .put("decisions", decisions.size());
        carried.tell(outputs);
        return outputs.succeeded();
    }

    private static String family(Arguments arguments) {
        return arguments.text("family", "lag");
    }

    /// The groups that the arguments `family`, `pair` and `variant` name.
    static List<WindowGroup> groups(Estate estate, Arguments arguments) {
        var family = family(arguments);
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
