package muster.cli;

import java.util.Locale;

/// Text as a terminal may show it. What others wrote into a plan or a run must not move the cursor, colour the
/// screen or turn the line around (CVE-2021-42574), so such characters are shown by their number.
final class Visible {
    private Visible() {}

    /// The text with what a terminal would act on written as `\u001b`; tabs, line ends and all letters stay.
    static String of(String text) {
        return text.chars().noneMatch(Visible::acts) ? text : shown(text);
    }

    /// The same for text that is to stay on its line.
    static String inLine(String text) {
        return of(text).replace("\n", "\\u000a").replace("\r", "\\u000d").replace("\t", "\\u0009");
    }

    private static String shown(String text) {
        var shown = new StringBuilder();
        text.chars().forEach(each -> {
            if (acts(each)) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", each));
            } else {
                shown.append((char) each);
            }
        });
        return shown.toString();
    }

    private static boolean acts(int character) {
        return switch (character) {
            case '\t', '\n', '\r' -> false;
            default ->
                Character.isISOControl(character)
                        || (character >= 0x202A && character <= 0x202E)
                        || (character >= 0x2066 && character <= 0x2069);
        };
    }
}
