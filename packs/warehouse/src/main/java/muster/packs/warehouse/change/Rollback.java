package muster.packs.warehouse.change;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.Outputs;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.call.Wildcards;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;
import muster.run.ActionCall;
import muster.run.ActionResult;
import org.jspecify.annotations.Nullable;

/// `warehouse.rollback`: undoes the changes of one key, the latest first. What is to be done follows from the
/// live state, so what was undone already, by whomever, is only marked. Nothing is touched if anything cannot
/// be undone. `tables` names some of the renames of a key, such as those of one batch.
///
/// @param clock says when decisions were closed
public record Rollback(InstantSource clock) implements SessionAction {

    @Override
    public ActionResult perform(Session session, ActionCall call)
            throws SQLException, IOException, InterruptedException {
        var of = Arguments.of(call).required("of");
        var wanted = Wildcards.of(Arguments.of(call).text("tables", "*"));
        session.takeTurn(of);
        session.spendReserve();
        var journal = Journal.open(session, of);
        finish(journal);
        var all = journal.inForce();
        var changes = all.stream()
                .filter(each -> wanted.fit(each.from()) || wanted.fit(each.to()))
                .toList();
        if (all.isEmpty() && !journal.keys().contains(of)) {
            return unknown(journal.keys());
        }
        if (all.isEmpty() && journal.isRobbed()) {
            return new ActionResult.Failed(
                    "views under old names are written down of this key, and no change: somebody has emptied or dropped _muster_reverse\nMaybe restore it; _muster_grace says which table each view reads");
        }
        var whole = changes.size() == all.size() ? null : divided(all, changes);
        if (whole != null) {
            return new ActionResult.Failed(whole);
        }
        var catalog = Catalog.read(session);
        var undo = Undo.plan(changes, catalog, found(session, catalog, changes, of));
        var refusals = undo.stream()
                .filter(Undo.Refused.class::isInstance)
                .map(Undo.Refused.class::cast)
                .map(Undo.Refused::why)
                .toList();
        if (!refusals.isEmpty()) {
            return new ActionResult.Failed(refusals.size() + " changes cannot be undone: " + refusals.getFirst());
        }
        session.small(() -> UndoBatches.carryOut(journal, changes, undo, call));
        if (session.onlyTells()) {
            return new Outputs().put("undone", changes.size()).put("left", 0).succeeded();
        }
        UndoBatches.verify(changes, Catalog.read(session));
        int left = journal.inForce().size();
        return new Outputs()
                .put("undone", changes.size())
                .put("left", left)
                .put("closed", left > 0 ? 0 : journal.decisions().supersede(clock.instant()))
                .succeeded();
    }

    private static Undo.Found found(Session session, Catalog catalog, List<Change> changes, String of)
            throws SQLException {
        var views = changes.stream()
                .filter(each -> catalog.has(each.from(), Catalog.Kind.VIEW))
                .map(Change::to)
                .toList();
        var created = created(session, changes, catalog);
        return new Undo.Found(
                created,
                rewritten(session, catalog, created.keySet(), of),
                restoring(session, catalog, changes, of),
                Bodies.read(session, views),
                Dependants.read(session));
    }

    /// Where nothing is taken back, reading a table may cost money, and is left.
    private static Set<String> rewritten(Session session, Catalog catalog, Set<String> created, String of)
            throws SQLException {
        var rewritten = new HashSet<String>();
        var made = session.takesBack() && !created.isEmpty() ? Made.of(session, catalog, of) : Map.<String, Made>of();
        for (var name : created) {
            if (Made.isOther(session, made, name)) {
                rewritten.add(name);
            }
        }
        return rewritten;
    }

    /// A call that was killed before its first change left no key, so there is nothing to undo; a key that is
    /// misspelt is told with those that there are.
    private static ActionResult unknown(Set<String> keys) {
        return new Outputs()
                .put("undone", 0)
                .put("left", 0)
                .put(
                        "unknown.key",
                        "nothing was changed under it; "
                                + (keys.isEmpty() ? "no key is known here" : "keys are " + String.join(", ", keys)))
                .succeeded();
    }

    /// Why some changes of a key cannot be undone without the others; null if they can.
    private static @Nullable String divided(List<Change> all, List<Change> some) {
        if (some.isEmpty()) {
            return "no change of this key that is in force is of such a table\nMaybe name a table as it was or is";
        }
        return all.stream().allMatch(each -> each.kind() == Change.Kind.RENAMED)
                ? null
                : "only renames are undone table by table; this key has other changes, which belong together";
    }

    /// What a killed call left half done, on an engine that takes nothing back, is done before it is undone.
    private static void finish(Journal journal) throws SQLException, InterruptedException {
        var session = journal.session();
        if (!session.takesBack()) {
            var batches = new Batches(session, journal, RenamePlan.OldName.GONE, Instant.EPOCH, Instant.EPOCH);
            Saga.of(batches, InstantSource.fixed(Instant.EPOCH)).settle();
            DropSaga.of(journal, Instant.EPOCH).settle();
        }
    }

    /// What is in created tables, so that nothing is dropped that somebody has written to.
    private static Map<String, Change> created(Session session, List<Change> changes, Catalog catalog)
            throws SQLException {
        var present = new HashMap<String, Change>();
        for (var change : changes) {
            if (change.kind() == Change.Kind.CREATED && catalog.has(change.to(), Catalog.Kind.TABLE)) {
                var rows = Contents.rows(session, List.of(change.to())).getOrDefault(change.to(), 0L);
                var columns = Contents.columnDigest(session, change.to());
                present.put(
                        change.to(),
                        new Change(change.kind(), change.from(), change.to(), rows, columns, change.seq()));
            }
        }
        return present;
    }

    /// How the tables that were dropped are made again: of their snapshots, else by the recipes that still give their
    /// rows.
    private static Map<String, List<String>> restoring(
            Session session, Catalog catalog, List<Change> changes, String key) throws SQLException {
        var restoring = new HashMap<String, List<String>>();
        boolean dropped = changes.stream().anyMatch(each -> each.kind() == Change.Kind.DROPPED);
        var recipes = dropped ? Dropped.of(session, catalog, key) : Map.<String, Recipe>of();
        recipes.forEach((table, recipe) -> {
            var snapshot = DropSaga.snapshot(table);
            if (catalog.has(snapshot, Catalog.Kind.TABLE)) {
                restoring.put(table, session.dialect().fromSnapshot(snapshot, table));
            } else if (Restoring.stands(session, recipe)) {
                restoring.put(table, List.of("CREATE TABLE %s AS %s".formatted(Sql.identifier(table), recipe.query())));
            }
        });
        return restoring;
    }
}
