package muster.charts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import muster.charts.Timetable.Bar;
import muster.charts.Timetable.Kind;
import muster.report.Show;

/// A schedule as a Gantt chart of Mermaid, in UTC. What its grammar would take for more than text is written by its
/// entity codes, such as `#58;` for a colon.
final class MermaidGantt {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    /// Has a meaning in the grammar of Gantt charts, in entity codes or in the markup of the page.
    private static final String SPECIAL = "#:;%{}<>&\"`";

    /// Words that begin a statement of their own.
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

    private MermaidGantt() {}

    static String write(Timetable table) {
        var lines = new ArrayList<String>();
        lines.add("gantt");
        lines.add("    title " + escaped(table.head().title() + " (UTC)"));
        lines.add("    dateFormat YYYY-MM-DDTHH:mm:ss");
        lines.add("    axisFormat %m-%d %H:%M");
        lines.add("    todayMarker off");
        int number = 0;
        for (var lane : table.lanes()) {
            lines.add("    section " + escaped(lane.title()));
            for (var bar : lane.bars()) {
                lines.add("    " + escaped(bar.title()) + " :" + tags(table, bar) + "t" + ++number + ", " + span(bar));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String tags(Timetable table, Bar bar) {
        return (table.isCritical(bar) ? "crit, " : "") + (bar.kind() == Kind.WORK ? "" : "milestone, ");
    }

    private static String span(Bar bar) {
        return time(bar.start()) + ", " + (bar.finish().isAfter(bar.start()) ? time(bar.finish()) : "0d");
    }

    private static String time(Instant instant) {
        return UTC.format(instant);
    }

    private static String escaped(String raw) {
        var text = Show.line(raw);
        if (text.isEmpty()) {
            return "-";
        }
        var first = text.codePointAt(0);
        var lower = text.toLowerCase(Locale.ROOT);
        var statement = Character.isDigit(first) || STATEMENTS.stream().anyMatch(lower::startsWith);
        var safe = new StringBuilder();
        text.codePoints()
                .forEach(point -> safe.append(
                        SPECIAL.indexOf(point) >= 0 || (statement && safe.isEmpty())
                                ? "#" + point + ";"
                                : Character.toString(point)));
        return safe.toString();
    }
}
