package muster.engines;

import java.sql.Connection;
import java.sql.SQLException;

/// Opens the databases that plans name.
@FunctionalInterface
public interface Databases {
    /// A fresh connection, which the caller closes.
    ///
    /// @throws SQLException if there is no such database or it is not reachable
    Connection open(String name) throws SQLException;
}
