package muster.packs.warehouse.change;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Lanes;
import muster.run.ActionCall;

/// Carries out an undo in transactions, and looks after each for what it was for.
final class UndoBatches {
    private static final int BATCH = 100;

    private UndoBatches() {}

    /// The latest first, unless all are renames that have nothing to do with each other.
    static void carryOut(Journal journal, List<Change> changes, List<Undo> undo, ActionCall call)
            throws SQLException, IOException, InterruptedException {
        var batches = new ArrayList<Part>();
        for (int from = 0; from < changes.size(); from = end(changes, from)) {
            batches.add(new Part(from, end(changes, from)));
        }
        var done = new AtomicInteger();
        Lanes.Work<Part> work = (session, part) -> {
            var mine = changes.subList(part.from(), part.to());
            batch(Journal.of(session, journal.key()), mine, undo.subList(part.from(), part.to()));
            call.progress()
                    .accept(
                            (double) done.addAndGet(mine.size()) / changes.size(),
                            mine.getLast().from());
        };
        Lanes.small(
                journal.session(), Change.independent(changes) ? Lanes.Order.NONE : Lanes.Order.KEPT, batches, work);
    }

    /// Changes that are undone in one transaction, by their places.
    private record Part(int from, int to) {}

    private static void batch(Journal journal, List<Change> changes, List<Undo> undo) throws SQLException {
        var session = journal.session();
        var statements = new ArrayList<String>();
        var intents = new Intents(journal);
        for (int i = 0; i < undo.size(); i++) {
            if (undo.get(i) instanceof Undo.Steps(var steps)) {
                var change = changes.get(i);
                steps.forEach(step -> statements.add(session.takesBack() ? step : intents.named(change, step)));
            }
        }
        statements.addAll(journal.forget(changes));
        try {
            session.executeTogether(statements);
        } catch (SQLException e) {
            throw session.dialect().isLocked(e) ? held(changes, e) : e;
        }
        if (!session.onlyTells() && journal.standing(changes) > 0) {
            verify(changes, Catalog.read(session));
        }
    }

    private static SQLException held(List<Change> changes, SQLException e) {
        return new SQLException(
                "somebody else holds one of the %d tables from %s, or a view under an old name of theirs\nMaybe call again when it is free: what was undone before is written down"
                        .formatted(changes.size(), changes.getFirst().to()),
                e);
    }

    /// Where a batch ends. Changes of which each took the name that the next gave up are not divided, since
    /// between them a name would be missing.
    private static int end(List<Change> changes, int from) {
        int to = Math.min(changes.size(), from + BATCH);
        while (to < changes.size()
                && changes.get(to).from().equals(changes.get(to - 1).to())) {
            to++;
        }
        return to;
    }

    static void verify(List<Change> changes, Catalog catalog) throws SQLException {
        for (var name : Change.before(changes)) {
            if (!catalog.has(name, Catalog.Kind.TABLE)) {
                throw new SQLException("the commit returned, but " + name + " is not back");
            }
        }
    }
}
