package muster.packs.warehouse.sql;

import java.sql.SQLException;

/// What is done by many small statements.
@FunctionalInterface
public interface SmallWork {
    void run() throws SQLException, InterruptedException;
}
