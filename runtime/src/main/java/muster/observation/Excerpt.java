package muster.observation;

import java.util.stream.Collectors;

/// Parts of texts that nobody knows the size of.
public final class Excerpt {
    /// Longer lines no person has written; source: the longest line of the scripts in the seed's project has 212.
    private static final int LONGEST_LINE = 1_000;

    private static final int MOST_LINES = 20_000;

    private Excerpt() {}

    /// The first line that is not blank, empty if there is none.
    public static String firstLine(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .strip();
    }

    /// The text with its long lines emptied, which no person has written; it bounds every search in a line.
    public static String shortLines(String text) {
        return text.lines()
                .limit(MOST_LINES)
                .map(line -> line.length() <= LONGEST_LINE ? line : "")
                .collect(Collectors.joining("\n"));
    }
}
