package muster.packs.warehouse.sql;

import java.io.IOException;
import java.sql.SQLException;

/// What is done with each row of a result.
@FunctionalInterface
public interface RowWork {
    void on(Row row) throws SQLException, IOException;
}
