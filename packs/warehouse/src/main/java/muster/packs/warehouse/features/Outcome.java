package muster.packs.warehouse.features;

/// What became of a table that was to be made.
sealed interface Outcome {
    /// It was there, made from the same.
    record There() implements Outcome {}

    /// It is there now.
    record Written(long rows) implements Outcome {}

    /// A dry run has told how it would be made; how many rows it would have, nobody knows.
    record Told() implements Outcome {}
}
