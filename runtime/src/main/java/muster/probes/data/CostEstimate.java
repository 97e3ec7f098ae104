package muster.probes.data;

import java.sql.SQLException;

/// Tells what a statement would use without executing it: `EXPLAIN` of an engine, or the dry run of a paid
/// service.
@FunctionalInterface
public interface CostEstimate {
    /// @throws SQLException if the statement cannot even be planned
    Estimated of(String sql) throws SQLException;
}
