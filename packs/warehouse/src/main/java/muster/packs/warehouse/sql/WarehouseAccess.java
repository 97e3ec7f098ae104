package muster.packs.warehouse.sql;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A way into one warehouse. Each action opens a connection of its own and closes it.
@FunctionalInterface
public interface WarehouseAccess {
    Connection open() throws SQLException;

    /// Disk space kept for an undo; null where the disk is not ours.
    default @Nullable Reserve reserve() {
        return null;
    }
}
