package muster.packs.warehouse.naming;

/// The definitions of "violation" that were applied to the same names; they give different counts.
public enum Reading {
    /// The audit script: three parts, sorted currencies, sorted pairs in names of five parts.
    R1("basic"),
    /// The inventory: number of parts per family, no trailing window.
    R2("inventory"),
    /// The build agent: the name contains a variant between underscores.
    R3("build_agent"),
    /// The grammar of the standard.
    R4("strict"),
    /// The grammar with the approved exceptions.
    R5("strict_lag_exception");

    private final String title;

    Reading(String title) {
        this.title = title;
    }

    /// The name under which its counts are quoted.
    public String title() {
        return title;
    }
}
