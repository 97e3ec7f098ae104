package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// The proofs that a full outer join lost, invented and changed nothing.
///
/// Its result has one row per distinct key of the union of the sources, if keys are unique and never NULL. The sum of
/// the source rows is only an upper bound: window tables have nested keys. Values are compared by count, XOR and sum of
/// hashes of (key, value); XOR alone is blind to pairs.
record Proofs(Session session) {

    /// The key of a source is unique and never NULL. Answers the number of rows.
    long key(String table) throws SQLException {
        var row = session.one("SELECT count(*), count(%1$s), count(DISTINCT %1$s) FROM %2$s"
                .formatted(Merge.KEY, Sql.identifier(table)));
        BrokenInvariant.unless(
                row.number(0) == row.number(1),
                "%s has %d rows without a key".formatted(table, row.number(0) - row.number(1)));
        BrokenInvariant.unless(
                row.number(0) == row.number(2),
                "%s has %d rows too many of one key".formatted(table, row.number(0) - row.number(2)));
        return row.number(0);
    }

    /// A copy holds the rows and columns of its original.
    void copy(String copy, String original) throws SQLException {
        BrokenInvariant.unless(
                Contents.columnDigest(session, copy).equals(Contents.columnDigest(session, original)),
                copy + " has other columns than " + original);
        BrokenInvariant.unless(key(copy) == key(original), copy + " has another number of rows than " + original);
        var columns = columns(original);
        BrokenInvariant.unless(
                checksums(copy, columns).equals(checksums(original, columns)),
                copy + " has other values than " + original);
    }

    /// A shared column has the same value wherever two tables have the same key.
    void agreement(String column, List<String> tables) throws SQLException {
        for (int i = 1; i < tables.size(); i++) {
            var row = session.one(
                    "SELECT count(*) FROM %1$s a JOIN %2$s b USING (%3$s) WHERE a.%4$s IS DISTINCT FROM b.%4$s"
                            .formatted(
                                    Sql.identifier(tables.get(i - 1)),
                                    Sql.identifier(tables.get(i)),
                                    Merge.KEY,
                                    Sql.identifier(column)));
            BrokenInvariant.unless(
                    row.number(0) == 0,
                    "%s differs between %s and %s in %d rows"
                            .formatted(column, tables.get(i - 1), tables.get(i), row.number(0)));
        }
    }

    /// The result has the rows that the union of the sources promises. Answers their number.
    long rows(String target, Map<String, Long> sources) throws SQLException {
        long rows = key(target);
        var union = sources.keySet().stream()
                .map(table -> "SELECT %s FROM %s".formatted(Merge.KEY, Sql.identifier(table)))
                .collect(Collectors.joining(" UNION "));
        long promised =
                session.one("SELECT count(*) FROM (" + union + ") AS united").number(0);
        BrokenInvariant.unless(
                rows == promised, "%s has %d rows, the union has %d keys".formatted(target, rows, promised));
        long most = sources.values().stream().mapToLong(Long::longValue).sum();
        long least = sources.values().stream().mapToLong(Long::longValue).max().orElse(0);
        BrokenInvariant.unless(
                least <= rows && rows <= most,
                "%s has %d rows, not from %d to %d".formatted(target, rows, least, most));
        for (var table : sources.keySet()) {
            long lost = session.one(
                            "SELECT count(*) FROM %1$s s WHERE NOT EXISTS (SELECT 1 FROM %2$s t WHERE t.%3$s = s.%3$s)"
                                    .formatted(Sql.identifier(table), Sql.identifier(target), Merge.KEY))
                    .number(0);
            BrokenInvariant.unless(lost == 0, target + " lacks " + lost + " keys of " + table);
        }
        return rows;
    }

    /// Every column of the result has the type it has in its sources.
    void types(String target, Merge merge) throws SQLException {
        var after = types(target);
        for (var table : merge.tables()) {
            var before = types(table);
            for (var column : merge.columns().entrySet()) {
                var source = column.getValue().get(table);
                var was = source == null ? "" : before.getOrDefault(source, "");
                var is = after.getOrDefault(column.getKey(), "");
                BrokenInvariant.unless(
                        source == null || was.equals(is),
                        "%s of %s is %s, in %s it was %s".formatted(column.getKey(), target, is, table, was));
            }
        }
    }

    private Map<String, String> types(String table) throws SQLException {
        return Contents.columns(session, table).stream()
                .collect(Collectors.toMap(row -> row.text(0), row -> row.text(1)));
    }

    /// Every value of every source stands in the result.
    void values(String target, Merge merge) throws SQLException {
        for (var table : merge.tables()) {
            values(target, table, merge);
        }
    }

    private void values(String target, String table, Merge merge) throws SQLException {
        var before = new ArrayList<String>();
        var after = new ArrayList<String>();
        for (var column : merge.columns().entrySet()) {
            var source = column.getValue().get(table);
            if (source != null && column.getValue().size() == 1) {
                before.add(source);
                after.add(column.getKey());
            } else if (source != null) {
                agreement(source, List.of(table, target));
            }
        }
        BrokenInvariant.unless(
                checksums(table, before).equals(checksums(target, after)), target + " has other values than " + table);
    }

    private List<String> columns(String table) throws SQLException {
        return Contents.columns(session, table).stream().map(row -> row.text(0)).toList();
    }

    private List<Object> checksums(String table, List<String> columns) throws SQLException {
        if (columns.isEmpty()) {
            return List.of();
        }
        var list = columns.stream()
                .map(column -> session.dialect().checksum(Merge.KEY, Sql.identifier(column)))
                .collect(Collectors.joining(", "));
        return List.copyOf(session.one("SELECT %s FROM %s".formatted(list, Sql.identifier(table)))
                .values());
    }
}
