package muster.report;

import java.util.List;
import java.util.regex.Pattern;

/// Makes any text safe to stand in one line of Markdown, also in a table cell: it reads as what it is and starts no
/// markup. Control and bidirectional characters are shown by their code point. Source of the rules: CommonMark 0.31,
/// section 2.4, and GitHub's tables and strikethrough.
public final class Markdown {
    private static final Pattern ANYWHERE =
            Pattern.compile("[\\\\`*\\[\\]<|~]|&(?=#?\\w+;)|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");
    private static final Pattern AT_THE_START = Pattern.compile("^(\\d*)([#>+=-]|(?<=\\d)[.)](?=\\s|$))");
    private static final Pattern AT_THE_END_OF_A_HEADING = Pattern.compile("#+$");

    private Markdown() {}

    /// The text inside a line: everything that would be markup there is escaped.
    public static String inline(String raw) {
        return ANYWHERE.matcher(Visible.line(raw).strip()).replaceAll("\\\\$0");
    }

    /// The text at the start of a line or list item.
    public static String text(String raw) {
        return AT_THE_START.matcher(inline(raw)).replaceFirst("$1\\\\$2");
    }

    /// The text for a heading, where trailing number signs would vanish.
    public static String heading(String raw) {
        return AT_THE_END_OF_A_HEADING.matcher(text(raw)).replaceFirst("\\\\$0");
    }

    /// Evidence ids in parentheses after a figure; nothing if there are none.
    public static String cited(List<String> evidence) {
        return evidence.isEmpty() ? "" : " (" + inline(String.join(", ", evidence)) + ")";
    }
}
