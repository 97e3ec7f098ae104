package muster.strips;

/// What an operator does to a numeric variable.
public sealed interface Change {

    /// The variable that changes.
    int variable();

    /// The value grows by an amount, or falls if that is negative.
    record Increase(int variable, long by) implements Change {}

    /// The value becomes this.
    record Assign(int variable, long to) implements Change {}
}
