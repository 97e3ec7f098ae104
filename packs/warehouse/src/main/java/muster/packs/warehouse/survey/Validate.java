package muster.packs.warehouse.survey;

import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import muster.packs.warehouse.call.Outputs;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.change.Change;
import muster.packs.warehouse.change.Journal;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.sql.Session;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// `warehouse.validate`: whether everything the journal says is true of the warehouse as it is, and no table
/// came or went without being written down.
public record Validate(NamingStandard standard, InstantSource clock) implements SessionAction {
    private static final int NAMED = 10;

    @Override
    public ActionResult perform(Session session, ActionCall call) throws SQLException {
        var listings = Listings.read(session);
        var problems = new ArrayList<String>();
        var disagreement = listings.disagreement();
        if (disagreement != null) {
            problems.add(disagreement);
        }
        var journal = Journal.open(session, call.key());
        var changes = journal.allInForce();
        var outputs = new Outputs();
        problems.addAll(inventory(journal, changes, listings, outputs));
        var after = new AfterState(session, listings.first());
        problems.addAll(after.tables(journal.lasting()));
        problems.addAll(after.graceViews(outputs));
        var verdicts = standard.on(clock.instant().atZone(ZoneOffset.UTC).toLocalDate())
                .judge(listings.first().tables());
        Inventory.violations(standard, verdicts, outputs, "violations.%s.after");
        return problems.isEmpty()
                ? outputs.succeeded()
                : new ActionResult.Failed(problems.size() + " problems: "
                        + String.join("; ", problems.subList(0, Math.min(NAMED, problems.size()))));
    }

    /// Tables now = tables before - put aside + created. Without an inventory from before nothing can be said.
    private List<String> inventory(Journal journal, List<Change> changes, Listings listings, Outputs outputs)
            throws SQLException {
        long now = listings.first().tables().size();
        long kept = count(changes, Change.Kind.KEPT);
        long created = count(changes, Change.Kind.CREATED);
        outputs.put("tables.after", now)
                .put("changes.renamed", count(changes, Change.Kind.RENAMED))
                .put("changes.kept", kept)
                .put("changes.created", created)
                .put("changes.dropped", count(changes, Change.Kind.DROPPED));
        var before = journal.firstInventory();
        if (before == null) {
            return List.of("no inventory was taken before the first change");
        }
        outputs.put("tables.before", before.tables());
        for (var reading : standard.readings()) {
            outputs.put(
                    "violations.%s.before".formatted(reading),
                    before.violations().getOrDefault(reading, 0L));
        }
        long expected = before.tables() - kept + created;
        return now == expected
                ? List.of()
                : List.of("%d tables before - %d put aside + %d created = %d, but there are %d"
                        .formatted(before.tables(), kept, created, expected, now));
    }

    private static long count(List<Change> changes, Change.Kind kind) {
        return changes.stream()
                .filter(each -> each.kind() == kind && !each.isOnTheWay())
                .count();
    }
}
