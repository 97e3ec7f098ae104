package muster.packs.warehouse.sql;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A way into one warehouse. Each action opens a connection of its own and closes it.
@FunctionalInterface
public interface WarehouseAccess {
    Connection open() throws SQLException;

    /// The way into another schema of the same warehouse; null where a session goes there by a statement. See
    /// [Dialect#use].
    default @Nullable WarehouseAccess schema(String name) {
        return null;
    }

    /// Disk space kept for an undo; null where the disk is not ours.
    default @Nullable Reserve reserve() {
        return null;
    }

    /// The driver's own way of taking many rows at once; null if it has none.
    default @Nullable Intake intake() {
        return null;
    }
}
