package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        var before = new Found(
                Contents.rows(session, renamings.stream().map(Renaming::from).toList()),
                Contents.columnDigests(session));
        var identities = Contents.identities(session);
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
        verifyRows(renamings, identities);
        return left;
    }

    /// The tables as they were found.
    private record Found(Map<String, Long> rows, Map<String, String> columns) {}

    /// A batch that meets somebody's lock is halved until the table that is held is alone; that one waits.
    private void attempt(List<Renaming> batch, Found before, List<Decision> left) throws SQLException {
        try {
            session.executeTogether(statements(batch, before.rows(), before.columns()));
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
        verify(batch);
    }

    private List<String> statements(List<Renaming> batch, Map<String, Long> rows, Map<String, String> columns)
            throws SQLException {
        var statements = new ArrayList<String>();
        var changes = new ArrayList<Change>();
        for (var each : batch) {
            statements.add(
                    "ALTER TABLE %s RENAME TO %s".formatted(Sql.identifier(each.from()), Sql.identifier(each.to())));
            if (oldName == RenamePlan.OldName.GRACE) {
                statements.add("CREATE VIEW %s AS SELECT * FROM %s"
                        .formatted(Sql.identifier(each.from()), Sql.identifier(each.to())));
            }
            changes.add(new Change(
                    Change.Kind.RENAMED,
                    each.from(),
                    each.to(),
                    rows.getOrDefault(each.from(), 0L),
                    columns.getOrDefault(each.from(), ""),
                    0));
        }
        statements.add(journal.remember(changes));
        if (oldName == RenamePlan.OldName.GRACE) {
            statements.add(journal.rememberGrace(batch, now, expires));
        }
        return statements;
    }

    private void verify(List<Renaming> batch) throws SQLException {
        var catalog = Catalog.read(session);
        for (var each : batch) {
            var old = catalog.relations().get(each.from());
            var expected = oldName == RenamePlan.OldName.GRACE ? Catalog.Kind.VIEW : null;
            if (!catalog.has(each.to(), Catalog.Kind.TABLE) || old != expected) {
                throw new SQLException("the commit returned, but %s is not %s".formatted(each.from(), each.to()));
            }
        }
    }

    /// What bears the new name is what bore the old one.
    private void verifyRows(List<Renaming> renamings, Map<String, String> before) throws SQLException {
        var after = Contents.identities(session);
        for (var each : renamings) {
            var found = after.get(each.to());
            if (found != null && !found.equals(before.get(each.from()))) {
                throw new SQLException("%s has other rows than %s had".formatted(each.to(), each.from()));
            }
        }
    }
}
