package muster.strips;

/// A numeric condition: the variable's value is at least this. An upper limit is written over a variable that counts
/// the other way.
public record AtLeast(int variable, long value) {}
