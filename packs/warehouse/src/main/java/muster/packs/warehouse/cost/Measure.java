package muster.packs.warehouse.cost;

import java.util.Locale;

/// In what a limit is set.
public enum Measure {
    /// Tables that are renamed, read, made or written to files.
    OBJECTS,
    /// Rows of these tables.
    ROWS,
    /// Bytes that queries read.
    BYTES,
    /// Time that passes.
    SECONDS,
    /// Money, where the engine has a price.
    USD;

    /// As in the names of arguments, such as `bytes`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As in sentences.
    String unit() {
        return this == USD ? name() : word();
    }
}
