package muster.packs.warehouse.naming;

/// The definitions of "violation" that were applied to the same names; they give different counts.
public enum Reading {
    /// The audit script: three parts, sorted currencies, sorted pairs in names of five parts.
    R1,
    /// The inventory: number of parts per family, no trailing window.
    R2,
    /// The build agent: the name contains a variant between underscores.
    R3,
    /// The grammar of the standard.
    R4,
    /// The grammar with the approved exceptions.
    R5
}
