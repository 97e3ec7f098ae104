package muster.observation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a text would have to show at least if it held a secret. Most texts show nothing of it, so that no pattern
/// has to be tried.
///
/// @param lower the text in lower case
/// @param run length of the longest stretch of letters, digits and the signs that keys are made of
record Clues(String text, String lower, int run) {
    /// The shortest key of any published shape.
    private static final int SHORTEST_KEY = 15;

    /// One of them stands in every name of a secret.
    private static final List<String> NAMES = List.of("pass", "pwd", "secret", "token", "key", "credential");

    static Clues of(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = isOfKey(text.charAt(i)) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return new Clues(text, text.toLowerCase(Locale.ROOT), longest);
    }

    /// Letters beyond ASCII count too: a word character of a pattern is never missed.
    private static boolean isOfKey(char sign) {
        return sign > 127
                || (sign >= 'a' && sign <= 'z')
                || (sign >= '-' && sign <= '9')
                || (sign >= 'A' && sign <= 'Z')
                || sign == '_'
                || sign == '+';
    }

    boolean has(String part) {
        return text.contains(part);
    }

    boolean hasWord(String... words) {
        return Arrays.stream(words).anyMatch(lower::contains);
    }

    boolean hasRun() {
        return run >= SHORTEST_KEY;
    }

    boolean namesSecret() {
        return NAMES.stream().anyMatch(lower::contains);
    }
}
