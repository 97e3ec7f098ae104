package muster.probes.data;

import java.sql.Connection;
import java.sql.SQLException;

/// Opens a connection to a database; the caller closes it. Called from several threads at once.
@FunctionalInterface
public interface DatabaseOpener {
    /// @throws SQLException if the database cannot be reached, which is a result of the probe and not its end
    Connection open() throws SQLException;
}
