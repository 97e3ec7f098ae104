package muster.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a claim counts or names, so that two claims about one thing can be told from two claims about two things: the
/// unit in the singular and the words of the subject that carry meaning. Numbers in the subject are no part of it.
///
/// @param named whether one of the words is the name of a particular thing
public record Quantity(String unit, SortedSet<String> words, Named named) {
    /// The subject of a count that names none, such as `Tables: 52`.
    public static final String WHOLE = "whole";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_./-]*[\\p{L}\\p{N}]|\\p{L}");
    private static final Pattern NAME =
            Pattern.compile(".*[\\p{L}\\p{N}][_./][\\p{L}\\p{N}].*|.*\\p{Lu}.*\\p{Lu}.*|.*\\p{L}.*\\d.*");
    private static final Pattern NUMBER = Pattern.compile("[\\d.,/-]+");
    private static final int SHORT = 3;
    private static final Set<String> FILLERS = Set.of(
            ("a an the of in on at to for by with from is are was were be has have had it its their this that these "
                            + "those there and or as all any each every both which who contain contains contained count counted number "
                            + "amount total totals altogether overall sum currently present exactly some only just over about around "
                            + "comes come make makes made consist consists include includes including stand stands so we our you your they "
                            + "i he she also now still been then than will would can may might must should do does did not-only")
                    .split(" ", -1));
    /// What holds everything that a document counts; said of a project, it names the whole.
    private static final Set<String> WHOLES = Set.of(
            "whole",
            "dataset",
            "database",
            "warehouse",
            "repository",
            "repo",
            "project",
            "cluster",
            "codebase",
            "catalog");

    /// Whether a quantity names a particular thing.
    public enum Named {
        YES,
        NO
    }

    /// The quantity of a subject counted in a unit.
    public static Quantity of(String subject, String unit) {
        var counted = singular(unit.toLowerCase(Locale.ROOT));
        var all = WORD.matcher(subject).results().map(match -> match.group()).toList();
        SortedSet<String> words = all.stream()
                .filter(word -> !NUMBER.matcher(word).matches())
                .map(Quantity::normal)
                .filter(word -> !FILLERS.contains(word) && !word.equals(counted))
                .collect(Collectors.toCollection(TreeSet::new));
        var named = all.stream().anyMatch(word -> NAME.matcher(word).matches()) ? Named.YES : Named.NO;
        return new Quantity(counted, words, named);
    }

    /// Whether two documents that speak of it surely speak of the same: its subject has two words of meaning, or names
    /// something, or names the whole.
    public boolean isParticular() {
        return words.size() >= 2
                || (!words.isEmpty() && named == Named.YES)
                || words.stream().anyMatch(WHOLES::contains);
    }

    /// The same without the names that stand beside the word for the whole, such as `dataset sales_v2`.
    Quantity ofTheWhole() {
        return words.stream().noneMatch(WHOLES::contains)
                ? this
                : new Quantity(
                        unit,
                        words.stream()
                                .filter(word -> WHOLES.contains(word) || !isName(word))
                                .collect(Collectors.toCollection(TreeSet::new)),
                        named);
    }

    /// The names that stand beside the word for the whole.
    SortedSet<String> wholes() {
        return words.stream().noneMatch(WHOLES::contains)
                ? new TreeSet<>()
                : words.stream().filter(Quantity::isName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isName(String word) {
        return word.indexOf('_') > 0 || word.indexOf('.') > 0;
    }

    private static String normal(String word) {
        return isName(word) ? word.toLowerCase(Locale.ROOT) : singular(word.toLowerCase(Locale.ROOT));
    }

    /// The singular of an English plural, roughly: it is enough that both forms give the same word.
    public static String singular(String word) {
        if (word.length() <= SHORT || word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) {
            return word;
        }
        return word.endsWith("ies")
                ? word.substring(0, word.length() - 3) + "y"
                : word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    /// The words of a text in the form in which quantities are compared.
    public static SortedSet<String> words(String text) {
        return of(text, "").words();
    }

    @Override
    public String toString() {
        return unit + Arrays.toString(words.toArray());
    }
}
