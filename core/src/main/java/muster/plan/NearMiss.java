package muster.plan;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Finds the word that was probably meant, for the hint of a [Problem].
public final class NearMiss {
    /// Source: most slips of the keyboard are one or two edits (Damerau 1964).
    private static final int MOST_EDITS = 2;

    /// Nobody mistypes longer words, and comparing them takes the product of their lengths.
    private static final int LONGEST = 200;

    private NearMiss() {}

    /// Advice naming the closest word within two edits, the first of equals; null if there is none.
    public static @Nullable String hint(String text, Collection<String> words) {
        var best = closest(text, words);
        return best == null ? null : "Maybe '" + best + "' is meant";
    }

    /// The closest word within two edits, the first of equals; null if there is none.
    public static @Nullable String closest(String text, Collection<String> words) {
        String best = null;
        var least = text.length() > LONGEST ? 0 : MOST_EDITS + 1;
        for (var word : words) {
            var edits = Math.abs(word.length() - text.length()) < least ? edits(text, word) : least;
            if (edits < least && edits < Math.max(text.length(), word.length())) {
                least = edits;
                best = word;
            }
        }
        return best;
    }

    /// Levenshtein's distance.
    static int edits(String from, String to) {
        var row = new int[to.length() + 1];
        for (var i = 0; i <= to.length(); i++) {
            row[i] = i;
        }
        for (var i = 1; i <= from.length(); i++) {
            next(row, from.charAt(i - 1), i, to);
        }
        return row[to.length()];
    }

    private static void next(int[] row, char letter, int number, String to) {
        var diagonal = row[0];
        row[0] = number;
        for (var i = 1; i <= to.length(); i++) {
            var changed = diagonal + (letter == to.charAt(i - 1) ? 0 : 1);
            diagonal = row[i];
            row[i] = Math.min(changed, Math.min(row[i], row[i - 1]) + 1);
        }
    }
}
