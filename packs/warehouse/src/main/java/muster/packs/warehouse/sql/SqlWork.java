package muster.packs.warehouse.sql;

import java.sql.SQLException;

/// Statements that belong together.
@FunctionalInterface
public interface SqlWork {
    void run() throws SQLException;
}
