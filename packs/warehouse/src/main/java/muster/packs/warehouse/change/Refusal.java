package muster.packs.warehouse.change;

import java.sql.SQLException;
import muster.packs.warehouse.sql.Dialect;

/// Why a statement about one table was refused, in words for a decision.
final class Refusal {
    private Refusal() {}

    static String of(Dialect dialect, SQLException failure) {
        if (failure instanceof Overtaken) {
            return String.valueOf(failure.getMessage());
        }
        return dialect.isLocked(failure)
                ? "somebody else holds it: try again when it is free"
                : "the engine refuses it: "
                        + String.valueOf(failure.getMessage())
                                .lines()
                                .findFirst()
                                .orElse("");
    }
}
