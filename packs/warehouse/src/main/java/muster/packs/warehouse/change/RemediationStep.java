package muster.packs.warehouse.change;

import java.util.Locale;

/// What a plan has in mind for a table.
enum RemediationStep {
    /// Nothing.
    KEEP,
    /// Another name.
    RENAME,
    /// To become part of another table.
    CONSOLIDATE,
    /// To be compared with the table it is supposed to be a copy of.
    COMPARE,
    /// A person has to say.
    DECIDE;

    String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
