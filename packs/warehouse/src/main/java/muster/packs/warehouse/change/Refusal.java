package muster.packs.warehouse.change;

import java.sql.SQLException;
import muster.packs.warehouse.sql.Dialect;

/// Why a statement about one table was refused, in words for a decision.
final class Refusal {
    /// Before this DuckDB's driver may say that it has run nothing, and after it why.
    private static final String WHY = "\nError: ";

    private Refusal() {}

    static String of(Dialect dialect, SQLException failure) {
        if (failure instanceof Overtaken) {
            return String.valueOf(failure.getMessage());
        }
        return dialect.isLocked(failure)
                ? "somebody else holds it: try again when it is free"
                : "the engine refuses it: " + told(String.valueOf(failure.getMessage()));
    }

    private static String told(String message) {
        int why = message.indexOf(WHY);
        var words = why < 0 ? message : message.substring(why + WHY.length());
        return words.lines().findFirst().orElse("");
    }
}
