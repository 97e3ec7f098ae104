package muster.packs.training.merge;

import java.sql.SQLException;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// The keys of a file beside those of the spine, in rows.
///
/// @param repeated rows whose key an earlier row has
/// @param outside keys that the spine has not
/// @param head keys of the spine before the first of the file
/// @param holes keys of the spine missing in between
/// @param tail keys of the spine after the last of the file
/// @param descents rows that stand after a later one in the file
record KeyFacts(long nulls, long repeated, long outside, long head, long holes, long tail, long descents) {
    static KeyFacts of(Session lane, Source source, Spine spine) throws SQLException {
        var row = lane.one("""
                SELECT count(*), count(f.key), count(DISTINCT f.key), count(s.place),
                  coalesce(min(s.place), %3$d), coalesce(max(s.place), %3$d - 1), count(*) FILTER (WHERE f.key < f.before)
                FROM (SELECT %1$s AS key, lag(%1$s) OVER () AS before FROM read_parquet(%2$s)) f LEFT JOIN spine s ON s.key = f.key""".formatted(
                        Sql.identifier(spine.key()), Sql.file(source.file().toString()), spine.rows()));
        long keys = row.number(1);
        long inside = row.number(3);
        long first = row.number(4);
        long last = row.number(5);
        return new KeyFacts(
                row.number(0) - keys,
                keys - row.number(2),
                keys - inside,
                first,
                Math.max(0, last - first + 1 - inside),
                spine.rows() - 1 - last,
                row.number(6));
    }

    /// Whether the rows are those of the spine from [#head] on, in its order, so that nothing has to be joined or
    /// sorted.
    boolean isRun() {
        return nulls + repeated + outside + holes + tail + descents == 0;
    }

    /// Rows of the result in which the columns of the file are NULL because it has no such key.
    long missing() {
        return head + holes + tail;
    }
}
