package muster.matching;

/// Whether a value is as expected.
///
/// @param why what was expected and what was got, in one line; for a matcher that makes no sense, what is wrong with it
public record Verdict(Outcome outcome, String why) {

    /// How a match ended.
    public enum Outcome {
        MATCHES,
        DIFFERS,
        /// The matcher itself makes no sense, such as a pattern that is none; it says nothing of the value.
        INVALID
    }

    /// True if the value is as expected.
    public boolean matches() {
        return outcome == Outcome.MATCHES;
    }

    static Verdict of(boolean holds, String why) {
        return new Verdict(holds ? Outcome.MATCHES : Outcome.DIFFERS, why);
    }

    static Verdict invalid(String why) {
        return new Verdict(Outcome.INVALID, why);
    }
}
