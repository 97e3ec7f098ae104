package muster.charts;

import java.util.List;
import java.util.Locale;
import muster.report.Show;

/// Text in Mermaid: what its grammars, or the markup that it reads in labels, would take for more than text is written
/// by its entity codes, such as `#58;` for a colon.
final class MermaidText {
    /// The longest text that Mermaid draws unless its settings say more (`maxTextSize`).
    static final int LONGEST = 50_000;

    /// The most links that it draws (`maxEdges`).
    static final int MOST_LINKS = 500;

    /// Has a meaning in a grammar, in entity codes or in the markup of the page.
    private static final String SPECIAL = "#:;%{}<>&\"`";

    /// Has a meaning in the markup of labels.
    private static final String MARKUP = "*_~\\-+.|[]()";

    /// Words that begin a statement of a Gantt chart.
    private static final List<String> STATEMENTS = List.of(
            "gantt",
            "title",
            "section",
            "dateformat",
            "axisformat",
            "tickinterval",
            "inclusiveenddates",
            "topaxis",
            "includes",
            "excludes",
            "todaymarker",
            "weekday",
            "weekend",
            "click",
            "href",
            "call",
            "acctitle",
            "accdescr");

    private MermaidText() {}

    /// A title that stands at the start of a line.
    static String line(String raw) {
        var text = Show.line(raw);
        var lower = text.toLowerCase(Locale.ROOT);
        boolean statement = STATEMENTS.stream().anyMatch(lower::startsWith)
                || (!text.isEmpty() && Character.isDigit(text.codePointAt(0)));
        return escaped(text, SPECIAL, statement ? First.ESCAPED : First.AS_IT_IS);
    }

    /// What stands between quotation marks.
    static String label(String raw) {
        return escaped(Show.line(raw), SPECIAL + MARKUP, First.AS_IT_IS);
    }

    /// How the first character is written.
    private enum First {
        AS_IT_IS,
        ESCAPED
    }

    private static String escaped(String text, String special, First first) {
        if (text.isEmpty()) {
            return "-";
        }
        var safe = new StringBuilder();
        text.codePoints()
                .forEach(point -> safe.append(
                        special.indexOf(point) >= 0 || (first == First.ESCAPED && safe.isEmpty())
                                ? "#" + point + ";"
                                : Character.toString(point)));
        return safe.toString();
    }
}
