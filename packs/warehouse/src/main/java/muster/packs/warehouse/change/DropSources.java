package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.Outputs;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Row;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// `warehouse.drop`: drops the sources that a consolidation has put aside, once no view reads them any more
/// and the result is proved to give each of them back, row for row. How it does so is written down in the
/// same transaction, and `warehouse.rollback` makes them again. A group that cannot be proved stays and
/// becomes a decision.
///
/// @param clock gives snapshots of sources their end, on an engine that keeps such
public record DropSources(InstantSource clock) implements SessionAction {
    private static final int SNAPSHOT_DAYS = 30;
    private static final int MOST_SNAPSHOT_DAYS = 3650;

    @Override
    public ActionResult perform(Session session, ActionCall call) throws SQLException, InterruptedException {
        var arguments = Arguments.of(call);
        var of = arguments.required("of");
        var isLossTaken = arguments.oneOf("lost", List.of("wait", "accept")).equals("accept");
        var journal = Journal.open(session, call.key());
        if (session.onlyTells()) {
            return new ActionResult.Failed(
                    "this engine takes nothing back, so what proofs would say of a drop is not found out by a dry run");
        }
        session.takeTurn(call.key());
        Dropped.create(session);
        var saga = saga(journal, arguments);
        if (!session.takesBack()) {
            saga.settle();
        }
        var catalog = Catalog.read(session);
        var groups = Kept.groups(Journal.inForce(session, of), catalog);
        if (groups.isEmpty() && journal.inForce().isEmpty()) {
            return new ActionResult.Failed("'" + of + "' has put nothing aside that is there");
        }
        session.keepReserve();
        var around = new Around(
                catalog, isLossTaken ? new Besides(Map.of()) : Besides.read(session), Dependants.read(session));
        var decisions = new ArrayList<Decision>();
        for (var group : groups) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted before the sources of " + group.target());
            }
            decisions.addAll(attempt(saga, group, around));
            call.progress().accept((double) (groups.indexOf(group) + 1) / groups.size(), group.target());
        }
        journal.decisions().replace(decisions);
        return new Outputs()
                .put("dropped", journal.inForce().size())
                .put("decisions", decisions.size())
                .succeeded();
    }

    private DropSaga saga(Journal journal, Arguments arguments) {
        int days = arguments.number("snapshot-days", SNAPSHOT_DAYS, MOST_SNAPSHOT_DAYS);
        return DropSaga.of(journal, clock.instant().plus(Duration.ofDays(days)));
    }

    /// What may keep sources from being dropped.
    private record Around(Catalog catalog, Besides besides, Dependants dependants) {
        void leave(Kept group) throws BrokenInvariant {
            group.unread(catalog);
            group.unneeded(dependants);
            besides.none(group.names());
        }
    }

    /// Drops the sources of a group; answers why not.
    private static List<Decision> attempt(DropSaga saga, Kept group, Around around) throws SQLException {
        var session = saga.journal().session();
        try {
            around.leave(group);
            session.together(() -> drop(saga, group));
            gone(session, group);
            return List.of();
        } catch (BrokenInvariant e) {
            return List.of(new Decision(group.target(), String.valueOf(e.getMessage())));
        } catch (SQLException e) {
            if (!session.takesBack() || !session.isRefusal(e)) {
                throw e;
            }
            return List.of(new Decision(group.target(), "a source of it: " + Refusal.of(session.dialect(), e)));
        }
    }

    private static void drop(DropSaga saga, Kept group) throws SQLException {
        var journal = saga.journal();
        var session = journal.session();
        var names = group.names();
        for (var statement : session.dialect().freeze(names)) {
            session.execute(statement);
        }
        Map<String, List<Row>> columns = new LinkedHashMap<>();
        for (var name : names) {
            columns.put(name, Contents.columns(session, name));
        }
        var restoring = Restoring.of(session, group.target(), columns);
        var proved = new LinkedHashMap<Change, Recipe>();
        for (var source : group.sources()) {
            var list = columns.getOrDefault(source.to(), List.of());
            BrokenInvariant.unless(
                    Contents.digest(list).equals(source.columns()), source.to() + " has other columns than it had");
            var change = new Change(Change.Kind.DROPPED, source.to(), "", source.rows(), source.columns(), 0);
            proved.put(change, restoring.recipe(source.to(), list));
        }
        if (session.takesBack()) {
            session.executeAll(statements(journal, proved));
        } else {
            saga.carryOut(proved);
        }
    }

    private static List<String> statements(Journal journal, Map<Change, Recipe> proved) {
        var statements = new ArrayList<String>();
        proved.forEach((change, recipe) -> {
            statements.addAll(journal.rememberDropped(change.from(), recipe));
            statements.add("DROP TABLE " + Sql.identifier(change.from()));
        });
        statements.add(journal.remember(List.copyOf(proved.keySet())));
        return statements;
    }

    /// A commit that returns may have committed nothing.
    private static void gone(Session session, Kept group) throws SQLException {
        var catalog = Catalog.read(session);
        for (var source : group.sources()) {
            if (catalog.has(source.to(), Catalog.Kind.TABLE)) {
                throw new SQLException("the commit returned, but " + source.to() + " is still there");
            }
        }
    }
}
