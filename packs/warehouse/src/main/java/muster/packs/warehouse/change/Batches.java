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

    void carryOut(List<Renaming> renamings, int size, ActionCall call) throws SQLException, InterruptedException {
        var sources = renamings.stream().map(Renaming::from).toList();
        var rows = Contents.rows(session, sources);
        var columns = Contents.columnDigests(session);
        for (int from = 0; from < renamings.size(); from += size) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted after " + from + " renames");
            }
            var batch = renamings.subList(from, Math.min(renamings.size(), from + size));
            session.executeTogether(statements(batch, rows, columns));
            verify(batch);
            call.progress()
                    .accept(
                            (double) (from + batch.size()) / renamings.size(),
                            batch.getLast().to());
        }
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
}
