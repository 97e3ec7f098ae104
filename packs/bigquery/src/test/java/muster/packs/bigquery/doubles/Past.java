package muster.packs.bigquery.doubles;

import java.util.List;

/// A job of somebody that the double remembers.
///
/// @param at when it was created, such as `2025-12-13 00:00:00`
/// @param read tables, such as `raw.cov_agg_eurusd`; none of an answer from the cache
public record Past(String id, String query, String by, String at, List<String> read, long billed) {

    /// Of ann, a day before the tests.
    public static Past of(String query, String... read) {
        return new Past("bquxjob_1", query, "ann@acme.example", "2025-12-13 00:00:00", List.of(read), 0);
    }

    /// The same at another time.
    public Past at(String time) {
        return new Past(id, query, by, time, read, billed);
    }

    /// The same, billed for so many bytes.
    public Past billed(long bytes) {
        return new Past(id, query, by, at, read, bytes);
    }
}
