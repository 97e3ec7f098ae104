package muster.report;

import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/// Shows control and bidirectional characters by their code point, so that a name looks like what it is.
final class Visible {
    private static final int REPLACEMENT = 0xFFFD;
    private static final Set<Integer> HIDDEN = Set.of(
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.SURROGATE,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR,
            (int) Character.UNASSIGNED);

    private Visible() {}

    /// In one line.
    static String line(String raw) {
        return shown(raw.replaceAll("\\R|\\t", " "), _ -> false);
    }

    /// Line breaks and tabs stay.
    static String lines(String raw) {
        return shown(raw.replaceAll("\\R", "\n"), point -> point == '\n' || point == '\t');
    }

    /// With half surrogate pairs replaced.
    static String wellFormed(String raw) {
        return raw.codePoints().noneMatch(Visible::isHalf)
                ? raw
                : raw.codePoints()
                        .map(point -> isHalf(point) ? REPLACEMENT : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    static boolean isHidden(int point) {
        return HIDDEN.contains(Character.getType(point));
    }

    private static boolean isHalf(int point) {
        return Character.getType(point) == Character.SURROGATE;
    }

    private static String shown(String text, IntPredicate kept) {
        return text.codePoints().noneMatch(point -> isHidden(point) && !kept.test(point))
                ? text
                : text.codePoints()
                        .mapToObj(point -> isHidden(point) && !kept.test(point)
                                ? String.format(Locale.ROOT, "U+%04X", point)
                                : Character.toString(point))
                        .collect(Collectors.joining());
    }
}
