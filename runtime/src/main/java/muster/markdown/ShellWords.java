package muster.markdown;

import java.util.ArrayList;
import java.util.List;

/// Splits a simple command line at blanks; quotes hold words together and are taken off.
final class ShellWords {
    private static final char NONE = 0;

    private ShellWords() {}

    /// The words; none if a quote is left open.
    static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = NONE;
        for (int at = 0; at < line.length(); at++) {
            char next = line.charAt(at);
            boolean opens = quote == NONE && (next == '"' || next == '\'');
            boolean ends = quote == NONE && Character.isWhitespace(next);
            if (ends && inWord) {
                words.add(word.toString());
                word.setLength(0);
            } else if (!opens && !ends && next != quote) {
                word.append(next);
            }
            inWord = !ends;
            quote = opens ? next : next == quote ? NONE : quote;
        }
        if (inWord) {
            words.add(word.toString());
        }
        return quote == NONE ? words : List.of();
    }
}
