package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Row;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// The proofs that a full outer join lost, invented and changed nothing.
///
/// Its result has one row per distinct key of the union of the sources, if keys are unique and never NULL.
/// The sum of the source rows is only an upper bound: window tables have nested keys. Each table is read once
/// for its [Fingerprint]; what exactly is wrong is looked for only when something is.
record Proofs(Session session) {

    /// A table with the fingerprint of each of its columns.
    Source source(String table) throws SQLException {
        var columns = Contents.columns(session, table);
        return source(table, columns, Fingerprint.singly(names(columns)));
    }

    /// A table with the fingerprint of parts of its columns.
    Source source(String table, List<Row> columns, Map<String, List<String>> parts) throws SQLException {
        return named(table, columns, Fingerprint.of(session, table, parts));
    }

    /// The names of columns.
    static List<String> names(List<Row> columns) {
        return columns.stream().map(row -> row.text(0)).toList();
    }

    /// Originals and copies, read in one statement. A copy has the columns of its original.
    ///
    /// @param columns name and type of each column, by table
    Map<String, Source> sources(WindowGroup group, Map<String, List<Row>> columns, Merge merge) throws SQLException {
        var parts = new LinkedHashMap<String, Map<String, List<String>>>();
        for (var table : group.sources()) {
            var original = group.copies().getOrDefault(table, table);
            var expected = columns.getOrDefault(original, List.of());
            BrokenInvariant.unless(expected.equals(columns.get(table)), table + " has other columns than " + original);
            parts.put(table, merge.parts(original, names(expected)));
        }
        var prints = Fingerprint.of(session, parts);
        var sources = new LinkedHashMap<String, Source>();
        for (var table : group.sources()) {
            var source =
                    named(table, columns.getOrDefault(table, List.of()), Objects.requireNonNull(prints.get(table)));
            present(source);
            sources.put(table, source);
        }
        return sources;
    }

    private static Source named(String table, List<Row> columns, Fingerprint print) {
        var types = new LinkedHashMap<String, String>();
        columns.forEach(row -> types.put(row.text(0), row.text(1)));
        return new Source(table, types, Contents.digest(columns), print);
    }

    /// The key of a table is unique and never NULL.
    private void key(Source source) throws SQLException {
        present(source);
        Keys.of(session, List.of(source.table())).unique();
    }

    private static void present(Source source) throws BrokenInvariant {
        long without = source.print().rows() - source.print().keyed();
        BrokenInvariant.unless(without == 0, "%s has %d rows without a key".formatted(source.table(), without));
    }

    /// A copy holds the rows of its original.
    static void copy(Source copy, Source original) throws BrokenInvariant {
        BrokenInvariant.unless(
                copy.print().rows() == original.print().rows(),
                copy.table() + " has another number of rows than " + original.table());
        BrokenInvariant.unless(
                copy.print().equals(original.print()), copy.table() + " has other values than " + original.table());
    }

    /// A shared column has the same value wherever two tables have the same key.
    private void agreement(String column, List<String> tables) throws SQLException {
        for (int i = 1; i < tables.size(); i++) {
            long rows =
                    differing(List.of(column), tables.get(i - 1), tables.get(i)).number(0);
            BrokenInvariant.unless(
                    rows == 0,
                    "%s differs between %s and %s in %d rows"
                            .formatted(column, tables.get(i - 1), tables.get(i), rows));
        }
    }

    /// In how many rows of one key each column differs.
    private Row differing(List<String> columns, String first, String second) throws SQLException {
        var counts = columns.stream()
                .map(column ->
                        "count(CASE WHEN a.%1$s IS DISTINCT FROM b.%1$s THEN 1 END)".formatted(Sql.identifier(column)))
                .collect(Collectors.joining(", "));
        return session.one("SELECT %s FROM %s a JOIN %s b USING (%s)"
                .formatted(counts, Sql.identifier(first), Sql.identifier(second), Merge.KEY));
    }

    /// The result has exactly the keys of the union of the sources, each once: as many rows as the union has
    /// keys, and the same checksum of keys. What is wrong is looked for only if something is.
    ///
    /// @param united the keys of the sources
    void rows(Source target, List<Source> sources, Keys united) throws SQLException {
        present(target);
        boolean same = united.checksum().equals(target.print().parts().get(Merge.KEYS));
        if (target.print().rows() != united.distinct() || !same) {
            key(target);
            BrokenInvariant.unless(
                    target.print().rows() == united.distinct(),
                    "%s has %d rows, the union has %d keys"
                            .formatted(target.table(), target.print().rows(), united.distinct()));
            lacking(target, sources);
        }
        bounds(target, sources);
    }

    private void lacking(Source target, List<Source> sources) throws SQLException {
        for (var source : sources) {
            long lost = session.one(
                            "SELECT count(*) FROM %1$s s WHERE NOT EXISTS (SELECT 1 FROM %2$s t WHERE t.%3$s = s.%3$s)"
                                    .formatted(
                                            Sql.identifier(source.table()), Sql.identifier(target.table()), Merge.KEY))
                    .number(0);
            BrokenInvariant.unless(lost == 0, target.table() + " lacks " + lost + " keys of " + source.table());
        }
        throw new BrokenInvariant(target.table() + " has other keys than its sources");
    }

    private static void bounds(Source target, List<Source> sources) throws SQLException {
        long rows = target.print().rows();
        long most = sources.stream().mapToLong(each -> each.print().rows()).sum();
        long least =
                sources.stream().mapToLong(each -> each.print().rows()).max().orElse(0);
        BrokenInvariant.unless(
                least <= rows && rows <= most,
                "%s has %d rows, not from %d to %d".formatted(target.table(), rows, least, most));
    }

    /// The result has the columns that the merge promises, in order, each with the type it has in its sources.
    void schema(String target, List<Row> made, List<Source> sources, Merge merge) throws BrokenInvariant {
        var types = made.stream().collect(Collectors.toMap(row -> row.text(0), row -> row.text(1)));
        for (var source : sources) {
            for (var column : merge.columns().entrySet()) {
                var name = column.getValue().get(source.table());
                var was = name == null ? "" : source.types().getOrDefault(name, "");
                var is = types.getOrDefault(column.getKey(), "");
                BrokenInvariant.unless(
                        name == null || was.equals(is),
                        "%s of %s is %s, in %s it was %s".formatted(column.getKey(), target, is, source.table(), was));
            }
        }
        var promised = Stream.concat(Stream.of(Merge.KEY), merge.columns().keySet().stream())
                .toList();
        BrokenInvariant.unless(names(made).equals(promised), target + " has other columns than the merge promises");
    }

    /// Every value of every source stands in the result.
    void values(Source target, List<Source> sources, Merge merge) throws SQLException {
        for (var source : sources) {
            values(target, source, merge);
        }
    }

    private void values(Source target, Source source, Merge merge) throws SQLException {
        if (!source.print().agrees(Merge.OWN, target.print(), source.table())) {
            throw new BrokenInvariant("%s has other values than %s in %s"
                    .formatted(target.table(), source.table(), differing(target, source, merge)));
        }
        var shared = new LinkedHashMap<String, List<String>>();
        for (var column : merge.columns().entrySet()) {
            var tables = List.copyOf(column.getValue().keySet());
            if (tables.size() > 1 && tables.contains(source.table())) {
                shared.put(column.getKey(), tables);
            }
        }
        if (!shared.isEmpty()) {
            shared(target, source, shared);
        }
    }

    /// Which columns of the result differ from those of a source.
    private List<String> differing(Source target, Source source, Merge merge) throws SQLException {
        var own = merge.own(source.table());
        var after = Fingerprint.of(session, target.table(), Fingerprint.singly(List.copyOf(own.keySet())));
        var before = Fingerprint.of(session, source.table(), Fingerprint.singly(List.copyOf(own.values())));
        return own.entrySet().stream()
                .filter(each -> !after.agrees(each.getKey(), before, each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// A column of several sources has the value of this one wherever this one has a row.
    private void shared(Source target, Source source, Map<String, List<String>> tables) throws SQLException {
        var columns = List.copyOf(tables.keySet());
        var differing = differing(columns, source.table(), target.table());
        for (int i = 0; i < columns.size(); i++) {
            if (differing.number(i) > 0) {
                agreement(columns.get(i), tables.getOrDefault(columns.get(i), List.of()));
                agreement(columns.get(i), List.of(source.table(), target.table()));
            }
        }
    }
}
