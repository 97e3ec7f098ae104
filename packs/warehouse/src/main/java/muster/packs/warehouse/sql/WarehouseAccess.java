package muster.packs.warehouse.sql;

import java.sql.Connection;
import java.sql.SQLException;

/// A way into one warehouse. Each action opens a connection of its own and closes it.
@FunctionalInterface
public interface WarehouseAccess {
    Connection open() throws SQLException;
}
