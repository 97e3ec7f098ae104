package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Row;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// The proofs that a full outer join lost, invented and changed nothing.
///
/// Its result has one row per distinct key of the union of the sources, if keys are unique and never NULL. The sum of
/// the source rows is only an upper bound: window tables have nested keys. Each table is read once for its
/// [Fingerprint]; what exactly is wrong is looked for only when something is.
record Proofs(Session session) {

    /// A table with the fingerprint of each of its columns.
    Source source(String table) throws SQLException {
        var columns = Contents.columns(session, table);
        return source(table, columns, Fingerprint.singly(names(columns)));
    }

    /// A table with the fingerprint of parts of its columns.
    Source source(String table, List<Row> columns, Map<String, List<String>> parts) throws SQLException {
        var types = new LinkedHashMap<String, String>();
        columns.forEach(row -> types.put(row.text(0), row.text(1)));
        return new Source(table, types, Contents.digest(columns), Fingerprint.of(session, table, parts));
    }

    /// The names of columns.
    static List<String> names(List<Row> columns) {
        return columns.stream().map(row -> row.text(0)).toList();
    }

    /// The key of a source is unique and never NULL.
    void key(Source source) throws SQLException {
        present(source);
        long distinct = session.one(
                        "SELECT count(DISTINCT %s) FROM %s".formatted(Merge.KEY, Sql.identifier(source.table())))
                .number(0);
        BrokenInvariant.unless(
                source.print().rows() == distinct,
                "%s has %d rows too many of one key"
                        .formatted(source.table(), source.print().rows() - distinct));
    }

    private static void present(Source source) throws BrokenInvariant {
        long without = source.print().rows() - source.print().keyed();
        BrokenInvariant.unless(without == 0, "%s has %d rows without a key".formatted(source.table(), without));
    }

    /// A copy holds the rows and columns of its original.
    ///
    /// @param parts of which the fingerprint of the original was taken
    Source copy(String table, Source original, Map<String, List<String>> parts) throws SQLException {
        var columns = Contents.columns(session, table);
        BrokenInvariant.unless(
                Contents.digest(columns).equals(original.digest()),
                table + " has other columns than " + original.table());
        var copy = source(table, columns, parts);
        present(copy);
        BrokenInvariant.unless(
                copy.print().rows() == original.print().rows(),
                table + " has another number of rows than " + original.table());
        BrokenInvariant.unless(
                copy.print().equals(original.print()), table + " has other values than " + original.table());
        return copy;
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
                        "count(*) FILTER (WHERE a.%1$s IS DISTINCT FROM b.%1$s)".formatted(Sql.identifier(column)))
                .collect(Collectors.joining(", "));
        return session.one("SELECT %s FROM %s a JOIN %s b USING (%s)"
                .formatted(counts, Sql.identifier(first), Sql.identifier(second), Merge.KEY));
    }

    /// The result has exactly the keys of the union of the sources, each once: as many rows as the union has keys, and
    /// none of these is missing.
    void rows(Source target, List<Source> sources) throws SQLException {
        present(target);
        var union = sources.stream()
                .map(each -> "SELECT %s FROM %s".formatted(Merge.KEY, Sql.identifier(each.table())))
                .collect(Collectors.joining(" UNION "));
        var found = session.one(
                "SELECT count(*), count(*) FILTER (WHERE %1$s IN (SELECT %1$s FROM %2$s)) FROM (%3$s) AS united"
                        .formatted(Merge.KEY, Sql.identifier(target.table()), union));
        long promised = found.number(0);
        if (target.print().rows() != promised || found.number(1) != promised) {
            key(target);
            BrokenInvariant.unless(
                    target.print().rows() == promised,
                    "%s has %d rows, the union has %d keys"
                            .formatted(target.table(), target.print().rows(), promised));
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
