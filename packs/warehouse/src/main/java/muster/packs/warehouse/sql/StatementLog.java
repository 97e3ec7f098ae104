package muster.packs.warehouse.sql;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where an engine keeps the statements that were carried out.
///
/// @param name as people know it, such as `pg_stat_statements`
/// @param place a query for the relation to be read, written as SQL wants it; no row if there is none
/// @param query `%1$s` stands for that relation, `%2$s` for an instant such as `2026-01-12T00:00:00Z` before which
/// nobody looks. Rows of: the statement; who (may be NULL); how often; when last, as such an instant, NULL if
/// the engine does not know; the relations of the schema that it read by the engine's own account, divided by
/// commas, NULL if the engine does not say
/// @param needs what somebody has to be granted who reads a log that is always there; null if it may be absent
public record StatementLog(
        String name,
        Times times,
        String place,
        String query,
        @Nullable String needs) {

    /// What the reading of a log may be billed for, where reading is billed: six cents in BigQuery.
    public static final long MOST = 10L << 30;

    /// What the log knows of times.
    public enum Times {
        /// When each statement was carried out last.
        KNOWN,
        /// Only how often, so that two looks tell whether it was in between.
        COUNTED
    }

    /// Its rows; null if it is not there.
    ///
    /// @param since statements that are older need not be among them
    public @Nullable List<Row> read(Session session, Instant since) throws SQLException {
        var found = session.query(place);
        return found.isEmpty()
                ? null
                : session.query(query.formatted(found.getFirst().text(0), since), MOST);
    }
}
