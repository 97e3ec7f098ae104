package muster.observation;

/// Makes characters visible that would hide or reorder what a person reads: control characters, marks of
/// direction, characters of no width. Source: Unicode, categories Cc and Cf, and its annex 9 on bidirectional
/// text.
final class Visible {
    private Visible() {}

    /// The text on one line, such characters as `\\u202e`.
    static String line(String text) {
        return shown(text, "");
    }

    /// The text on its lines.
    static String lines(String text) {
        return shown(text, "\n\t");
    }

    private static String shown(String text, String kept) {
        if (text.chars().noneMatch(c -> isHidden(c) && kept.indexOf(c) < 0)) {
            return text;
        }
        var shown = new StringBuilder();
        text.chars()
                .forEach(c -> shown.append(
                        isHidden(c) && kept.indexOf(c) < 0 ? "\\u%04x".formatted(c) : String.valueOf((char) c)));
        return shown.toString();
    }

    private static boolean isHidden(int c) {
        return Character.getType(c) == Character.CONTROL
                || (Character.getType(c) == Character.FORMAT && c < 0xd800)
                || c == 0xfeff
                || c == 0x2028
                || c == 0x2029;
    }
}
