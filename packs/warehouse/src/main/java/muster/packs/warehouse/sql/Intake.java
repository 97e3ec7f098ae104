package muster.packs.warehouse.sql;

import java.sql.Connection;
import java.sql.SQLException;

/// A driver's own way of taking many rows at once, beside its statements.
@FunctionalInterface
public interface Intake {

    /// Begins to take rows into a table.
    Taking into(Connection connection, String table) throws SQLException;

    /// Rows on their way. Whoever began ends it, one way or the other.
    interface Taking {
        /// @param lines of CSV, each with its line feed; an empty value is NULL
        void take(String lines) throws SQLException;

        /// All rows are there.
        void end() throws SQLException;

        /// None of them is.
        void cancel() throws SQLException;
    }
}
