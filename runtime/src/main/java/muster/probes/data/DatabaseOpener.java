package muster.probes.data;

import java.sql.Connection;
import java.sql.SQLException;

/// Opens a connection to a database; the caller closes it. Called from several threads at once.
@FunctionalInterface
public interface DatabaseOpener {
    /// @throws SQLException if the database cannot be reached, which is a result of the probe and not its end
    Connection open() throws SQLException;

    /// What the operator allows there; reading, if nothing else has been said.
    default Access access() {
        return Access.READ;
    }

    /// The same database, in which the operator allows scratch tables.
    static DatabaseOpener forScratch(DatabaseOpener opener) {
        return allowing(Access.SCRATCH, opener);
    }

    /// The same database with this access.
    static DatabaseOpener allowing(Access access, DatabaseOpener opener) {
        return new DatabaseOpener() {
            @Override
            public Connection open() throws SQLException {
                return opener.open();
            }

            @Override
            public Access access() {
                return access;
            }
        };
    }
}
