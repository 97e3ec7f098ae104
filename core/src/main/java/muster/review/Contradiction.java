package muster.review;

/// Two things that a plan says, or one and what follows from the rest, and that cannot both be true.
///
/// @param rule a short name of the rule that found it
/// @param stated what is said
/// @param computed what follows
/// @param line where it is said, counted from 1
public record Contradiction(String rule, String stated, String computed, int line) {

    @Override
    public String toString() {
        return rule + ": " + stated + ", but " + computed;
    }
}
