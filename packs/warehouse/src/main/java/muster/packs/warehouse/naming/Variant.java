package muster.packs.warehouse.naming;

import java.util.Locale;

/// Which series a table is made of.
public enum Variant {
    /// The price index, with a level near 100.
    IDX,
    /// Momentum: percent change, around 0.
    BQX,
    /// The family has no variant by design.
    NONE,
    /// Nothing says which; it never becomes one of the others by default.
    UNDECIDED;

    /// The word used in names, such as `idx`.
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
