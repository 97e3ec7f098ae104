package muster.packs.warehouse.change;

import java.sql.SQLException;

/// Somebody else has put another relation in the place of a table since it was looked at.
final class Overtaken extends SQLException {
    private static final long serialVersionUID = 1L;

    Overtaken(String table) {
        super(table + " is not what it was when this call looked: somebody else renamed or replaced it; call again");
    }
}
