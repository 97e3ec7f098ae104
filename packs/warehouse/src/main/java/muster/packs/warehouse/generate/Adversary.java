package muster.packs.warehouse.generate;

/// A way to make a table's data misleading, for tests of whatever looks at data.
public enum Adversary {
    /// No rows at all.
    EMPTY,
    /// The first ten rows hold nothing but their key.
    NULL_FIRST_ROWS,
    /// Every number is 10, which lies between the two variants.
    CONSTANT,
    /// The columns stand in reverse order.
    WRONG_POSITION
}
