package muster.plan;

/// Titles and names stand in lists, one to a line: a line break or another control character in one would show as
/// something that nobody wrote.
public final class OneLine {
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private OneLine() {}

    /// The text itself.
    ///
    /// @throws IllegalArgumentException if it is not on one line
    public static String of(String text) {
        if (text.chars().anyMatch(OneLine::breaks)) {
            throw new IllegalArgumentException("must be on one line, without control characters");
        }
        return text;
    }

    /// The text with a space in place of each run of what would break the line.
    public static String folded(String text) {
        if (text.chars().noneMatch(OneLine::breaks)) {
            return text;
        }
        var folded = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            boolean breaks = breaks(text.charAt(at));
            if (!breaks || (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ')) {
                folded.append(breaks ? ' ' : text.charAt(at));
            }
        }
        return folded.toString().strip();
    }

    private static boolean breaks(int character) {
        return (Character.isISOControl(character) && character != '\t')
                || character == LINE_SEPARATOR
                || character == PARAGRAPH_SEPARATOR;
    }
}
