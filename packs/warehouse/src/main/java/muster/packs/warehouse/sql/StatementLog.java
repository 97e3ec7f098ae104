package muster.packs.warehouse.sql;

/// Where an engine keeps the statements that were carried out.
///
/// @param name as people know it, such as `pg_stat_statements`
/// @param place a query for the relation to be read, written as SQL wants it; no row if there is none
/// @param query `%s` stands for that relation. Rows of: the statement; who (may be NULL); how often; when last, as an
/// instant such as `2026-01-12T00:00:00Z`, NULL if the engine does not know
public record StatementLog(String name, Times times, String place, String query) {

    /// What the log knows of times.
    public enum Times {
        /// When each statement was carried out last.
        KNOWN,
        /// Only how often, so that two looks tell whether it was in between.
        COUNTED
    }
}
