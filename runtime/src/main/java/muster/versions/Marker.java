package muster.versions;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// When a Python requirement applies, such as `python_version < "3.11" and sys_platform == "linux"`. Source: PEP 508.
public sealed interface Marker {

    /// All hold.
    record Both(List<Marker> markers) implements Marker {
        public Both {
            markers = List.copyOf(markers);
        }
    }

    /// At least one holds.
    record Either(List<Marker> markers) implements Marker {
        public Either {
            markers = List.copyOf(markers);
        }
    }

    /// Two texts compared.
    ///
    /// @param sign such as `>=`, `in` or `not in`
    record Comparison(Term left, String sign, Term right) implements Marker {}

    /// A name of the environment, such as `python_version`, or a text in quotes.
    record Term(Written written, String text) {
        String in(Map<String, String> environment) {
            return written == Written.QUOTED ? text : environment.getOrDefault(text, "");
        }
    }

    /// How a term is written.
    enum Written {
        QUOTED,
        NAME
    }

    /// @throws IllegalArgumentException if the text is no marker
    static Marker of(String text) {
        return new MarkerText(text).read();
    }

    /// Whether it holds; a name that the environment lacks is the empty text.
    default boolean holds(Map<String, String> environment) {
        return switch (this) {
            case Both(List<Marker> markers) -> markers.stream().allMatch(one -> one.holds(environment));
            case Either(List<Marker> markers) -> markers.stream().anyMatch(one -> one.holds(environment));
            case Comparison comparison -> holds(comparison, environment);
        };
    }

    private static boolean holds(Comparison comparison, Map<String, String> environment) {
        var left = normal(comparison, comparison.left().in(environment));
        var right = normal(comparison, comparison.right().in(environment));
        try {
            var clause = Pep440Clause.of(comparison.sign() + right);
            return clause.holds(Pep440Version.of(left));
        } catch (IllegalArgumentException _) {
            return asTexts(left, comparison.sign(), right);
        }
    }

    /// Names of extras are compared as names of packages are.
    private static String normal(Comparison comparison, String text) {
        boolean extra = List.of(comparison.left(), comparison.right()).contains(new Term(Written.NAME, "extra"));
        return extra ? text.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT) : text;
    }

    private static boolean asTexts(String left, String sign, String right) {
        int order = left.compareTo(right);
        return switch (sign) {
            case "in" -> right.contains(left);
            case "not in" -> !right.contains(left);
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">=" -> order >= 0;
            case ">" -> order > 0;
            case "!=" -> order != 0;
            default -> order == 0;
        };
    }
}
