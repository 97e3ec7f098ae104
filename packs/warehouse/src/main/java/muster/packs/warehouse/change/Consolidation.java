package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// Carries out one group in one transaction: proofs, join, proofs, putting aside, journal.
record Consolidation(Session session, Journal journal, Merge.Treatment treatment, Period period) {
    private static final String KEPT_PREFIX = Catalog.OWN_PREFIX + "kept_";

    /// The time for which views stand under the old names.
    record Period(Instant created, Instant expires) {}

    void carryOut(WindowGroup group) throws SQLException {
        var catalog = Catalog.read(session);
        var holder = catalog.holder(group.target());
        BrokenInvariant.unless(holder == null, group.target() + " is taken by " + holder);
        for (var copy : group.copies().entrySet()) {
            BrokenInvariant.unless(
                    group.originals().contains(copy.getValue()),
                    copy.getKey() + " is a copy of a table outside its group");
        }
        for (var table : group.sources()) {
            BrokenInvariant.unless(
                    !session.dialect().capabilities().cuts(KEPT_PREFIX + table),
                    "the engine would cut the name under which " + table + " is to be kept");
        }
        try {
            session.together(() -> merge(group));
        } catch (SQLException e) {
            if (session.dialect().isLocked(e)) {
                throw new BrokenInvariant("somebody else holds one of " + group.sources() + ": try again");
            }
            throw e;
        }
        verify(group);
    }

    private void merge(WindowGroup group) throws SQLException {
        for (var statement : session.dialect().freeze(group.sources())) {
            session.execute(statement);
        }
        var proofs = new Proofs(session);
        for (var copy : group.copies().entrySet()) {
            proofs.copy(copy.getKey(), copy.getValue());
        }
        Map<String, Long> rows = new LinkedHashMap<>();
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (var table : group.originals()) {
            rows.put(table, proofs.key(table));
            columns.put(table, columns(table));
        }
        var merge = Merge.of(columns, treatment);
        BrokenInvariant.unless(merge.collisions().isEmpty(), "columns would collide: " + merge.collisions());
        for (var shared : treatment.once()) {
            var having = group.originals().stream()
                    .filter(table -> columns.getOrDefault(table, List.of()).contains(shared))
                    .toList();
            proofs.agreement(shared, having);
        }
        session.execute(merge.create(group.target()));
        long count = proofs.rows(group.target(), rows);
        proofs.types(group.target(), merge);
        proofs.values(group.target(), merge);
        putAside(group, count);
    }

    /// The sources stay, under another name: nothing is dropped that the way back needs.
    private void putAside(WindowGroup group, long count) throws SQLException {
        var changes = new ArrayList<Change>();
        var views = new ArrayList<Renaming>();
        changes.add(new Change(
                Change.Kind.CREATED, "", group.target(), count, Contents.columnDigest(session, group.target()), 0));
        var rows = Contents.rows(session, group.sources());
        for (var table : group.sources()) {
            var kept = KEPT_PREFIX + table;
            var columns = Contents.columnDigest(session, table);
            session.execute("ALTER TABLE %s RENAME TO %s".formatted(Sql.identifier(table), Sql.identifier(kept)));
            session.execute(
                    "CREATE VIEW %s AS SELECT * FROM %s".formatted(Sql.identifier(table), Sql.identifier(kept)));
            changes.add(new Change(Change.Kind.KEPT, table, kept, rows.getOrDefault(table, 0L), columns, 0));
            views.add(new Renaming(table, kept));
        }
        session.execute(journal.remember(changes));
        session.execute(journal.rememberGrace(views, period.created(), period.expires()));
    }

    private List<String> columns(String table) throws SQLException {
        return Contents.columns(session, table).stream().map(row -> row.text(0)).toList();
    }

    private void verify(WindowGroup group) throws SQLException {
        var catalog = Catalog.read(session);
        for (var table : group.sources()) {
            if (!catalog.has(group.target(), Catalog.Kind.TABLE) || !catalog.has(table, Catalog.Kind.VIEW)) {
                throw new SQLException("the commit returned, but " + group.target() + " was not made of " + table);
            }
        }
    }
}
