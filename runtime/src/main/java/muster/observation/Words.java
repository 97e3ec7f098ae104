package muster.observation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Words of names and prose, compared without their endings: `consolidation` and `consolidate` are alike.
public final class Words {
    /// Shorter beginnings are shared by words that have nothing to do with each other.
    private static final int SHORTEST_STEM = 4;

    /// Longest ending left out: that of `-tion` against `-te`, counted on the shorter word.
    private static final int ENDING = 3;

    private Words() {}

    /// Words in lower case; names are split at punctuation and where a capital begins a word.
    public static List<String> of(String text) {
        return Arrays.stream(text.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                        .toLowerCase(Locale.ROOT)
                        .split("[^a-z0-9]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    public static boolean alike(String one, String other) {
        if (one.equals(other) || one.equals(other + "s") || other.equals(one + "s")) {
            return true;
        }
        int shared = 0;
        int shorter = Math.min(one.length(), other.length());
        while (shared < shorter && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared >= Math.max(SHORTEST_STEM, shorter - ENDING);
    }

    public static boolean hasAlike(List<String> words, String wanted) {
        return words.stream().anyMatch(word -> alike(word, wanted));
    }
}
