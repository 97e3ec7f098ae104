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

    /// A table with its fingerprint.
    Source source(String table) throws SQLException {
        var columns = Contents.columns(session, table);
        var types = new LinkedHashMap<String, String>();
        columns.forEach(row -> types.put(row.text(0), row.text(1)));
        var print = Fingerprint.of(session, table, List.copyOf(types.keySet()));
        return new Source(table, types, Contents.digest(columns), print);
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
    void copy(Source copy, Source original) throws SQLException {
        BrokenInvariant.unless(
                copy.types().equals(original.types()) && copy.columns().equals(original.columns()),
                copy.table() + " has other columns than " + original.table());
        present(copy);
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

    /// Every column of the result has the type it has in its sources.
    static void types(Source target, Source source, Merge merge) throws SQLException {
        for (var column : merge.columns().entrySet()) {
            var name = column.getValue().get(source.table());
            var was = name == null ? "" : source.types().getOrDefault(name, "");
            var is = target.types().getOrDefault(column.getKey(), "");
            BrokenInvariant.unless(
                    name == null || was.equals(is),
                    "%s of %s is %s, in %s it was %s"
                            .formatted(column.getKey(), target.table(), is, source.table(), was));
        }
    }

    /// Every value of every source stands in the result.
    void values(Source target, List<Source> sources, Merge merge) throws SQLException {
        var promised = Stream.concat(Stream.of(Merge.KEY), merge.columns().keySet().stream())
                .toList();
        for (var source : sources) {
            types(target, source, merge);
        }
        BrokenInvariant.unless(
                target.columns().equals(promised), target.table() + " has other columns than the merge promises");
        for (var source : sources) {
            values(target, source, merge);
        }
    }

    private void values(Source target, Source source, Merge merge) throws SQLException {
        var shared = new LinkedHashMap<String, List<String>>();
        for (var column : merge.columns().entrySet()) {
            var name = column.getValue().get(source.table());
            if (name != null && column.getValue().size() == 1) {
                BrokenInvariant.unless(
                        source.print().agrees(name, target.print(), column.getKey()),
                        "%s has other values than %s in %s".formatted(target.table(), source.table(), column.getKey()));
            } else if (name != null) {
                shared.put(column.getKey(), List.copyOf(column.getValue().keySet()));
            }
        }
        if (!shared.isEmpty()) {
            shared(target, source, shared);
        }
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
