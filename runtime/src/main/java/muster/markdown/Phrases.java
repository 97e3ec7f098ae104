package muster.markdown;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Lists and words in running text.
final class Phrases {
    private static final Pattern COMMA = Pattern.compile("\\s*[,;](?![^(]*\\))\\s*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> FILLERS = Set.of(
            "a",
            "an",
            "the",
            "and",
            "or",
            "of",
            "to",
            "for",
            "in",
            "on",
            "by",
            "with",
            "from",
            "is",
            "are",
            "be",
            "complete",
            "completed",
            "completion",
            "done",
            "finished",
            "ready",
            "after",
            "before",
            "all",
            "its",
            "their",
            "via",
            "per");

    private Phrases() {}

    /// The parts between commas, without a leading `and` and a closing stop.
    static List<String> list(String text) {
        return Arrays.stream(COMMA.split(text.strip().replaceFirst("\\.$", "")))
                .map(part -> part.replaceFirst("^(?i:and|or)\\s+", "").strip())
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /// The words that carry meaning, in lower case.
    static List<String> words(String text) {
        return Arrays.stream(LETTERS.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty() && !FILLERS.contains(word))
                .distinct()
                .toList();
    }

    /// How many words the text has.
    static int count(String text) {
        return BLANKS.split(text.strip()).length;
    }

    /// Text of at most so many characters, cut at a word.
    static String brief(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int space = text.lastIndexOf(' ', longest);
        int cut = space > longest / 2 ? space : longest;
        return text.substring(0, Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut) + "…";
    }
}
