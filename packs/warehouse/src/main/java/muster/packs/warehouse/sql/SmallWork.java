package muster.packs.warehouse.sql;

import java.io.IOException;
import java.sql.SQLException;

/// What is done by many small statements.
@FunctionalInterface
public interface SmallWork {
    void run() throws SQLException, IOException, InterruptedException;
}
