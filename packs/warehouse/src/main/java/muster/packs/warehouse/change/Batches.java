package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;
import muster.run.ActionCall;

/// Carries out renames in transactions and reads each back, since a commit that returns may have committed nothing.
record Batches(Session session, Journal journal, RenamePlan.OldName oldName, Instant now, Instant expires) {

    /// Answers which tables were left because somebody else held them.
    List<Decision> carryOut(List<Renaming> renamings, int size, ActionCall call)
            throws SQLException, InterruptedException {
        var before = Found.read(session, renamings);
        var left = new ArrayList<Decision>();
        for (int from = 0; from < renamings.size(); from += size) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted after " + from + " renames");
            }
            var batch = renamings.subList(from, Math.min(renamings.size(), from + size));
            attempt(batch, before, left);
            call.progress()
                    .accept(
                            (double) (from + batch.size()) / renamings.size(),
                            batch.getLast().to());
        }
        verify(renamings, left, before);
        return left;
    }

    /// The tables as they were found.
    record Found(Map<String, Long> rows, Map<String, String> columns, Map<String, String> identities) {
        static Found read(Session session, List<Renaming> renamings) throws SQLException {
            return renamings.isEmpty()
                    ? new Found(Map.of(), Map.of(), Map.of())
                    : new Found(
                            Contents.rows(
                                    session,
                                    renamings.stream().map(Renaming::from).toList()),
                            Contents.columnDigests(session),
                            Contents.identities(session));
        }

        /// What is written down of renames.
        List<Change> changes(List<Renaming> renamings) {
            return renamings.stream()
                    .map(each -> new Change(
                            Change.Kind.RENAMED,
                            each.from(),
                            each.to(),
                            rows.getOrDefault(each.from(), 0L),
                            columns.getOrDefault(each.from(), ""),
                            0))
                    .toList();
        }
    }

    /// A batch that meets somebody's lock is halved until the table that is held is alone; that one waits.
    private void attempt(List<Renaming> batch, Found before, List<Decision> left) throws SQLException {
        try {
            session.executeTogether(statements(batch, before));
        } catch (SQLException e) {
            if (!session.dialect().isLocked(e)) {
                throw e;
            }
            if (batch.size() == 1) {
                left.add(new Decision(batch.getFirst().from(), "somebody else holds it: try again when it is free"));
                return;
            }
            attempt(batch.subList(0, batch.size() / 2), before, left);
            attempt(batch.subList(batch.size() / 2, batch.size()), before, left);
            return;
        }
        new ReadBack(session, oldName).batch(batch);
    }

    private List<String> statements(List<Renaming> batch, Found before) {
        var statements = new ArrayList<String>();
        for (var each : batch) {
            statements.add(
                    "ALTER TABLE %s RENAME TO %s".formatted(Sql.identifier(each.from()), Sql.identifier(each.to())));
            if (oldName == RenamePlan.OldName.GRACE) {
                statements.add(session.dialect().graceView(each.from(), each.to(), expires));
            }
        }
        statements.add(journal.remember(before.changes(batch)));
        if (oldName == RenamePlan.OldName.GRACE) {
            statements.add(journal.rememberGrace(batch, now, expires));
        }
        return statements;
    }

    /// What bears a new name is what bore the old one, and the old name is what it was to become.
    void verify(List<Renaming> renamings, List<Decision> left, Found before) throws SQLException {
        if (renamings.size() == left.size()) {
            return;
        }
        var held = left.stream().map(Decision::table).collect(Collectors.toSet());
        var done =
                renamings.stream().filter(each -> !held.contains(each.from())).toList();
        new ReadBack(session, oldName).listing(done, Catalog.read(session));
        var after = Contents.identities(session);
        for (var each : done) {
            var found = after.get(each.to());
            if (found == null || !found.equals(before.identities().get(each.from()))) {
                throw new SQLException("%s has other rows than %s had".formatted(each.to(), each.from()));
            }
        }
    }
}
