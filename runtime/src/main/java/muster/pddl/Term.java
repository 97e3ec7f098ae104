package muster.pddl;

/// What a condition or an effect is about.
public sealed interface Term {

    /// A variable of the schema or of a quantifier, with its question mark.
    record Variable(String name) implements Term {}

    /// A constant or an object.
    record Named(String object) implements Term {}
}
