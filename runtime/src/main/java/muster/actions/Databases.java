package muster.actions;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Opens the databases that plans name.
@FunctionalInterface
public interface Databases {
    /// A fresh connection, which the caller closes.
    ///
    /// @throws SQLException if there is no such database or it is not reachable
    Connection open(String name) throws SQLException;

    /// Why a database would not be opened for writing; null if it would be.
    default @Nullable String obstacle(String name) {
        return null;
    }
}
