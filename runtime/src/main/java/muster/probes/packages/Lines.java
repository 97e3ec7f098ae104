package muster.probes.packages;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// On which line a word first stands, found in one pass over the text.
record Lines(Map<String, Integer> first) {
    private static final Pattern WORD = Pattern.compile("[\\w@./-]++");

    static Lines of(String text) {
        var first = new HashMap<String, Integer>();
        int number = 0;
        for (var line : text.split("\n", -1)) {
            number++;
            var match = WORD.matcher(line);
            while (match.find()) {
                first.putIfAbsent(match.group(), number);
            }
        }
        return new Lines(first);
    }

    /// The line, from 1; the first of the file if the word stands nowhere.
    int of(String first, String second) {
        return this.first.getOrDefault(first, this.first.getOrDefault(second, 1));
    }

    int ofWord(String word) {
        return of(word, word);
    }
}
