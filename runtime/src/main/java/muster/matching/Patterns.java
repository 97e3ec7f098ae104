package muster.matching;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/// Compiles the patterns that people write. They are RE2, so no text makes them slow; patterns that would fill the
/// memory themselves are refused.
public final class Patterns {
    /// Longer patterns are no patterns that people write; the compiled form grows with the pattern.
    private static final int LONGEST = 1_000;

    /// Source: RE2's own limit of 1000 for one repetition, times a pattern of usual length.
    private static final double LARGEST = 20_000;

    private Patterns() {}

    /// @throws PatternSyntaxException if it is no pattern or too large; its description says why in words
    public static Pattern compile(String pattern) {
        if (pattern.length() > LONGEST) {
            throw new PatternSyntaxException("it is longer than " + LONGEST + " characters");
        }
        if (PatternSize.of(pattern) > LARGEST) {
            throw new PatternSyntaxException("its repetitions are too large");
        }
        return Pattern.compile(pattern);
    }
}
