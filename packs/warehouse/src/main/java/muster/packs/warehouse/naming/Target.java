package muster.packs.warehouse.naming;

/// The name that a table should bear instead of its own.
public sealed interface Target {

    /// No other name can be computed, or none is needed.
    record None() implements Target {}

    /// Nobody bears it.
    record Free(String name) implements Target {}

    /// Another table bears it (compared without case), so somebody has to decide.
    record Occupied(String name) implements Target {}
}
