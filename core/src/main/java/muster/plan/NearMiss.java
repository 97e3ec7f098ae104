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
            var edits = Math.abs(word.length() - text.length()) < least ? edits(text, word, least) : least;
            if (edits < least && edits < Math.max(text.length(), word.length())) {
                least = edits;
                best = word;
            }
        }
        return best;
    }

    /// Levenshtein's distance, or the number that it must stay below if it does not: no less is looked for, so only the
    /// diagonals that near are walked (Ukkonen 1985).
    static int edits(String from, String to, int below) {
        var row = new int[to.length() + 1];
        for (var i = 0; i <= to.length(); i++) {
            row[i] = i;
        }
        for (var i = 1; i <= from.length(); i++) {
            if (next(row, i, new Pair(from, to), below) >= below) {
                return below;
            }
        }
        return Math.min(below, row[to.length()]);
    }

    private record Pair(String from, String to) {}

    /// The least of the row: what follows is no less.
    private static int next(int[] row, int number, Pair words, int below) {
        int first = Math.max(1, number - below);
        int last = Math.min(words.to().length(), number + below);
        var diagonal = row[first - 1];
        row[first - 1] = first == 1 ? number : below;
        var least = row[first - 1];
        for (var i = first; i <= last; i++) {
            var changed =
                    diagonal + (words.from().charAt(number - 1) == words.to().charAt(i - 1) ? 0 : 1);
            diagonal = row[i];
            row[i] = Math.min(changed, Math.min(row[i], row[i - 1]) + 1);
            least = Math.min(least, row[i]);
        }
        return least;
    }
}
