package muster.observation;

import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The shape of a secret, and what stands in the text instead of it.
///
/// @param clue cheap to see, and there wherever the pattern matches
/// @param pardon whether a match is no secret after all
record Shape(Predicate<Clues> clue, Pattern pattern, String replacement, Pardon pardon) {
    static final String GONE = "[redacted]";

    /// Looks at a match once more.
    @FunctionalInterface
    interface Pardon {
        boolean of(MatchResult match, String text);
    }

    Shape(Predicate<Clues> clue, Pattern pattern, String replacement) {
        this(clue, pattern, replacement, (_, _) -> false);
    }

    static Shape of(Predicate<Clues> clue, String regex) {
        return new Shape(clue, Pattern.compile(regex), GONE);
    }

    /// The text without what has this shape.
    String taken(String text) {
        var matcher = pattern.matcher(text);
        var clean = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(
                    clean, pardon.of(matcher, text) ? Matcher.quoteReplacement(matcher.group()) : replacement);
        }
        return clean.isEmpty() ? text : matcher.appendTail(clean).toString();
    }
}
