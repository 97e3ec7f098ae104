package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Row;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// Carries out one group in one transaction: proofs, join, proofs, putting aside, journal. Where the engine
/// takes nothing back, the result is made and proved under a name aside, and only then written down and put
/// in place by a [Saga].
record Consolidation(Journal journal, Merge.Treatment treatment, Period period, Payment payment) {
    private static final String KEPT_PREFIX = Catalog.OWN_PREFIX + "kept_";

    /// The time for which views stand under the old names.
    ///
    /// @param clock measures how long old names fail, where a rename and its view are two steps
    record Period(Instant created, Instant expires, InstantSource clock) {}

    private Session session() {
        return journal.session();
    }

    /// Answers how long old names failed.
    Carried carryOut(WindowGroup group) throws SQLException {
        for (var copy : group.copies().entrySet()) {
            BrokenInvariant.unless(
                    group.originals().contains(copy.getValue()),
                    copy.getKey() + " is a copy of a table outside its group");
        }
        for (var table : group.sources()) {
            BrokenInvariant.unless(
                    !session().dialect().capabilities().cuts(KEPT_PREFIX + table),
                    "the engine would cut the name under which " + table + " is to be kept");
        }
        var due = payment.due(session(), group);
        var carried = new ArrayList<Carried>();
        try {
            session().together(() -> {
                dropAside(group);
                carried.add(merge(group));
                session().execute(due.record(session()));
            });
        } catch (BrokenInvariant e) {
            dropAside(group);
            throw e;
        } catch (SQLException e) {
            if (session().dialect().isLocked(e)) {
                throw new BrokenInvariant("somebody else holds one of " + group.sources() + ": try again");
            }
            if (session().takesBack() && session().isRefusal(e)) {
                throw new BrokenInvariant(Refusal.of(session().dialect(), e));
            }
            throw e;
        }
        verify(group);
        return carried.getFirst();
    }

    /// Tells what would be done, where nothing is taken back: from the catalog alone, so not whether the proofs hold.
    Carried tell(WindowGroup group) throws SQLException {
        var merge = planned(group, columns(group.sources()));
        session().execute(merge.create(Saga.aside(group.target())));
        return saga().told(group.target(), kept(group.sources()));
    }

    private static List<Renaming> kept(List<String> sources) {
        return sources.stream()
                .map(each -> new Renaming(each, KEPT_PREFIX + each))
                .toList();
    }

    /// What was made aside by a call that was killed, or whose proofs failed.
    private void dropAside(WindowGroup group) throws SQLException {
        if (!session().takesBack()) {
            session().execute("DROP TABLE IF EXISTS " + Sql.identifier(Saga.aside(group.target())));
        }
    }

    private Carried merge(WindowGroup group) throws SQLException {
        for (var statement : session().dialect().freeze(group.sources())) {
            session().execute(statement);
        }
        var proofs = new Proofs(session());
        var columns = columns(group.sources());
        var merge = planned(group, columns);
        var sources = proofs.sources(group, columns, merge);
        var keys = Keys.of(session(), group.originals());
        keys.unique();
        for (var copy : group.copies().entrySet()) {
            Proofs.copy(of(sources, copy.getKey()), of(sources, copy.getValue()));
        }
        var originals =
                group.originals().stream().map(table -> of(sources, table)).toList();
        var name = session().takesBack() ? group.target() : Saga.aside(group.target());
        session().execute(merge.create(name));
        var made = Contents.columns(session(), name);
        proofs.schema(name, made, originals, merge);
        var target = proofs.source(name, made, merge.parts());
        proofs.rows(target, originals, keys);
        proofs.values(target, originals, merge);
        if (session().takesBack()) {
            session().executeAll(new Made(merge.parts(), Recipe.words(target.print())).remember(journal.key(), name));
        }
        return putAside(group.target(), target, List.copyOf(sources.values()));
    }

    /// The merge, which is refused before a row is read if no table can have its columns.
    ///
    /// @param columns of each source
    private Merge planned(WindowGroup group, Map<String, List<Row>> columns) throws BrokenInvariant {
        var merge = Merge.of(names(group.originals(), columns), treatment);
        BrokenInvariant.unless(merge.collisions().isEmpty(), "columns would collide: " + merge.collisions());
        var limits = session().dialect().capabilities().limits();
        int width = merge.columns().size() + 1;
        BrokenInvariant.unless(
                limits.allows(width),
                "%s would have %d columns, a table of this engine has at most %d"
                        .formatted(group.target(), width, limits.columns()));
        return merge;
    }

    private static Source of(Map<String, Source> sources, String table) {
        return Objects.requireNonNull(sources.get(table));
    }

    private Map<String, List<Row>> columns(List<String> tables) throws SQLException {
        var columns = new LinkedHashMap<String, List<Row>>();
        for (var table : tables) {
            columns.put(table, Contents.columns(session(), table));
        }
        return columns;
    }

    private static Map<String, List<String>> names(List<String> tables, Map<String, List<Row>> columns) {
        var names = new LinkedHashMap<String, List<String>>();
        tables.forEach(table -> names.put(table, Proofs.names(columns.getOrDefault(table, List.of()))));
        return names;
    }

    /// The sources stay, under another name: nothing is dropped that the way back needs.
    private Carried putAside(String name, Source target, List<Source> sources) throws SQLException {
        var statements = new ArrayList<String>();
        var changes = new ArrayList<Change>();
        var views = new ArrayList<Renaming>();
        changes.add(change(Change.Kind.CREATED, "", name, target));
        for (var source : sources) {
            var table = source.table();
            var kept = KEPT_PREFIX + table;
            statements.add("ALTER TABLE %s RENAME TO %s".formatted(Sql.identifier(table), Sql.identifier(kept)));
            changes.add(change(Change.Kind.KEPT, table, kept, source));
            views.add(new Renaming(table, kept));
        }
        views.forEach(each -> statements.add(session().dialect().graceView(each.from(), each.to(), period.expires())));
        statements.addAll(Grants.statements(session(), views));
        if (!session().takesBack()) {
            return saga().place(changes);
        }
        statements.add(journal.remember(changes));
        statements.add(journal.rememberGraceTogether(views, period.created(), period.expires()));
        session().executeAll(statements);
        return Carried.NOTHING;
    }

    private Saga saga() {
        var batches = new Batches(session(), journal, RenamePlan.OldName.GRACE, period.created(), period.expires());
        return Saga.of(batches, period.clock());
    }

    /// Finishes what a call of this key that was killed had written down.
    Carried settle() throws SQLException, InterruptedException {
        return session().takesBack() ? Carried.NOTHING : saga().settle();
    }

    private static Change change(Change.Kind kind, String from, String to, Source found) {
        return new Change(kind, from, to, found.print().rows(), found.digest(), 0);
    }

    /// The journal was written in the transaction, so it stands if that was committed.
    private void verify(WindowGroup group) throws SQLException {
        var names = new ArrayList<>(List.of(group.target()));
        group.sources().forEach(each -> names.add(KEPT_PREFIX + each));
        var mine = journal.making(names);
        if (mine.size() != group.sources().size() + 1 || !ReadBack.resolves(session(), group.sources())) {
            throw new SQLException(
                    "the commit returned, but " + group.target() + " was not made of " + group.sources());
        }
        unwritten(mine);
    }

    /// DuckDB lets somebody else commit rows to a source while it is merged. They are in the source, which
    /// was put aside, and not in the result; so the group is taken back.
    private void unwritten(List<Change> mine) throws SQLException {
        var rows = Contents.rows(session(), mine.stream().map(Change::to).toList());
        var written = mine.stream()
                .filter(each -> rows.getOrDefault(each.to(), -1L) != each.rows())
                .map(Change::to)
                .toList();
        if (written.isEmpty()) {
            return;
        }
        var created = mine.stream()
                .filter(each -> each.kind() == Change.Kind.CREATED)
                .collect(Collectors.toMap(Change::to, each -> each));
        var statements = new ArrayList<String>();
        var bodies = Bodies.read(session(), List.of());
        var found = new Undo.Found(created, Set.of(), Map.of(), bodies, new Dependants(Map.of()));
        for (var undo : Undo.plan(mine, Catalog.read(session()), found)) {
            if (undo instanceof Undo.Steps(var steps)) {
                statements.addAll(steps);
            }
        }
        statements.addAll(journal.forget(mine));
        session().executeTogether(statements);
        throw new BrokenInvariant("somebody wrote to " + written + " while it was merged: try again");
    }
}
