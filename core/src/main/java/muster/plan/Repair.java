package muster.plan;

/// A place where text damaged by a wrong code page was put right in memory; the document itself is never changed.
///
/// @param column 1-based, in code points
public record Repair(String before, String after, Source source, int column) {}
