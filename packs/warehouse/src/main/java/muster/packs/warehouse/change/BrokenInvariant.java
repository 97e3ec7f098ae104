package muster.packs.warehouse.change;

import java.sql.SQLException;

/// A proof that failed; thrown inside a transaction so that the transaction ends without effect.
final class BrokenInvariant extends SQLException {
    private static final long serialVersionUID = 1L;

    BrokenInvariant(String message) {
        super(message);
    }

    static void unless(boolean holds, String message) throws BrokenInvariant {
        if (!holds) {
            throw new BrokenInvariant(message);
        }
    }
}
