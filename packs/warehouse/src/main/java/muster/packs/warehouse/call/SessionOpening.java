package muster.packs.warehouse.call;

import java.sql.SQLException;
import muster.packs.warehouse.sql.Session;

/// How a session begins.
@FunctionalInterface
interface SessionOpening {
    Session open() throws SQLException;
}
