package muster.cli;

import java.sql.SQLException;

/// Why a warehouse cannot be worked on: there is none, another process holds it, or it cannot be opened.
final class UnreachableWarehouse {

    private UnreachableWarehouse() {}

    static Exit told(Console console, SQLException trouble) {
        var why = String.valueOf(trouble.getMessage());
        if (why.startsWith("no warehouse")) {
            return console.refuse(Exit.NOT_FOUND, why);
        }
        return why.contains("Conflicting lock")
                ? console.refuse(
                        Exit.CONFLICT,
                        "another process holds the warehouse: " + why + "\nMaybe end that process, or wait for it")
                : console.refuse(Exit.UNAVAILABLE, "the warehouse cannot be opened: " + why);
    }
}
