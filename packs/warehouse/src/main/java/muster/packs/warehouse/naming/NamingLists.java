package muster.packs.warehouse.naming;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The lists of a standard while its file is read, and the forms that name them.
final class NamingLists {
    private static final Pattern NAME = Pattern.compile("[A-Z]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final Pattern CHARACTERS = Pattern.compile("[a-z0-9_-]+");
    private static final Pattern BRACE = Pattern.compile("[{}]");

    /// The list of variants, whose words mean something to the judge.
    private static final String VARIANTS = "VAR";

    private static final Set<String> VARIANT_WORDS = Set.of(Variant.IDX.token(), Variant.BQX.token());

    /// More than any name of 64 letters has; the match of a form goes as deep as it has pieces.
    private static final int MOST_PIECES = 64;

    private final Map<String, Set<String>> words = new LinkedHashMap<>();
    private final Map<String, Piece> pieces = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    /// In which line a list was named first by a form.
    private final Map<String, Integer> used = new HashMap<>();

    /// The words of a list; none if there is no such list.
    Set<String> of(String name) {
        return words.getOrDefault(name, Set.of());
    }

    /// All words that may occur in names of tables.
    Set<String> known() {
        return Set.copyOf(known);
    }

    void list(NamingLine line) {
        if (line.has(3, "list NAME value ...") && add(line)) {
            known.addAll(line.from(2));
        }
    }

    void terms(NamingLine line) {
        if (line.has(3, "terms NAME value ...")) {
            add(line);
        }
    }

    void known(NamingLine line) {
        if (line.has(2, "known word ...")) {
            known.addAll(line.from(1));
        }
    }

    void letters(NamingLine line) {
        if (!line.isOf(4, "letters NAME MIN MAX") || !isNumber(line, 2) || !isNumber(line, 3) || !isNew(line)) {
            return;
        }
        int least = Integer.parseInt(line.word(2));
        int most = Integer.parseInt(line.word(3));
        if (least < 1 || least > most) {
            line.complain(
                    2, "expected at least 1 letter, and no more at least than at most, got " + least + " to " + most);
        } else {
            pieces.put(line.word(1), new Piece.Open(range('a', 'z'), least, most));
        }
    }

    void token(NamingLine line) {
        if (!line.isOf(3, "token NAME CHARACTERS") || !isNew(line)) {
            return;
        }
        var characters = CHARACTERS.matcher(line.word(2)).matches() ? characters(line.word(2)) : null;
        if (characters == null) {
            line.complain(2, "expected characters such as a-z0-9_, got '" + line.word(2) + "'");
        } else {
            pieces.put(line.word(1), new Piece.Open(characters, 1, Integer.MAX_VALUE));
        }
    }

    /// The form that a word of the line is; null, with a complaint, if it is none.
    @Nullable
    NamePattern form(NamingLine line, int index, String directive) {
        if (!line.has(index + 1, directive)) {
            return null;
        }
        var text = line.word(index);
        if (BRACE.matcher(NamePattern.withoutSymbols(text)).find()) {
            line.complain(
                    index,
                    "a brace of '" + text + "' belongs to no list",
                    "Maybe write it as {NAME}, with the name of a list in capitals");
            return null;
        }
        for (var symbol : NamePattern.symbolsOf(text)) {
            if (!pieces.containsKey(symbol)) {
                line.complain(index, "unknown list " + symbol + "; a list must stand above the line that uses it");
                return null;
            }
            used.putIfAbsent(symbol, line.number());
        }
        var pattern = NamePattern.compile(text, pieces);
        if (pattern.pieces().size() > MOST_PIECES) {
            line.complain(index, "the form has more than " + MOST_PIECES + " lists and texts between them");
            return null;
        }
        return pattern;
    }

    /// Whether the word is a number of at most 3 digits; complains if not.
    static boolean isNumber(NamingLine line, int index) {
        if (!NUMBER.matcher(line.word(index)).matches()) {
            line.complain(index, "expected a number of at most 3 digits, got '" + line.word(index) + "'");
        }
        return NUMBER.matcher(line.word(index)).matches();
    }

    private boolean add(NamingLine line) {
        var name = line.word(1);
        if (!isNamed(line) || !isPlain(line) || (!words.containsKey(name) && !isNew(line))) {
            return false;
        }
        var user = used.get(name);
        if (user != null) {
            line.complain(
                    1, "line " + user + " uses the list " + name + " already; a list must be whole before it is used");
            return false;
        }
        var values = words.computeIfAbsent(name, key -> new LinkedHashSet<>());
        values.addAll(line.from(2));
        pieces.put(name, Piece.Listed.of(values));
        return true;
    }

    /// Whether every value is a word, and one that the judge understands.
    private static boolean isPlain(NamingLine line) {
        for (int i = 2; i < line.size(); i++) {
            var value = line.word(i);
            if (BRACE.matcher(value).find()) {
                line.complain(i, "'" + value + "' is no word; a list does not hold other lists");
                return false;
            }
            if (line.word(1).equals(VARIANTS) && !VARIANT_WORDS.contains(value)) {
                line.complain(
                        i,
                        "the list VAR holds the variants idx and bqx, got '" + value + "'",
                        "Maybe give a list of other words another name");
                return false;
            }
        }
        return true;
    }

    private boolean isNew(NamingLine line) {
        if (!isNamed(line)) {
            return false;
        }
        if (pieces.containsKey(line.word(1))) {
            line.complain(1, "there is a list " + line.word(1) + " already");
            return false;
        }
        return true;
    }

    private static boolean isNamed(NamingLine line) {
        if (!NAME.matcher(line.word(1)).matches()) {
            line.complain(1, "expected the name of a list in capitals, such as PAIR, got '" + line.word(1) + "'");
        }
        return NAME.matcher(line.word(1)).matches();
    }

    /// Null if a range is the wrong way round.
    private static @Nullable BitSet characters(String text) {
        var set = new BitSet();
        for (int i = 0; i < text.length(); i++) {
            boolean isRange = i + 2 < text.length() && text.charAt(i + 1) == '-';
            int last = i + (isRange ? 2 : 0);
            if (text.charAt(i) > text.charAt(last)) {
                return null;
            }
            set.or(range(text.charAt(i), text.charAt(last)));
            i = last;
        }
        return set;
    }

    private static BitSet range(char first, char last) {
        var set = new BitSet();
        set.set(first, last + 1);
        return set;
    }
}
