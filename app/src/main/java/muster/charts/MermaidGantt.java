package muster.charts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import muster.charts.Timetable.Bar;
import muster.charts.Timetable.Kind;
import muster.charts.Timetable.Lane;

/// A schedule as a Gantt chart of Mermaid, in UTC.
final class MermaidGantt {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private MermaidGantt() {}

    /// Its items, or its phases if Mermaid would not draw so much.
    static String write(Timetable table) {
        var items = lines(table, Lane::bars);
        return items.length() > MermaidText.LONGEST || table.bars().size() > Gantt.MOST_ITEMS
                ? lines(table, _ -> List.of())
                : items;
    }

    /// A lane of which no bars are shown is a bar of its own.
    private static String lines(Timetable table, Function<Lane, List<Bar>> shown) {
        var lines = new ArrayList<String>();
        lines.add("gantt");
        lines.add("    title " + MermaidText.line(table.head().title() + " (UTC)"));
        lines.add("    dateFormat YYYY-MM-DDTHH:mm:ss");
        lines.add("    axisFormat %m-%d %H:%M");
        lines.add("    todayMarker off");
        int number = 0;
        for (var lane : table.lanes()) {
            lines.add("    section " + MermaidText.line(lane.title()));
            var bars = shown.apply(lane);
            if (bars.isEmpty()) {
                lines.add("    " + "all " + Words.count(lane.bars().size(), "item") + " :t" + ++number + ", "
                        + time(lane.start()) + ", " + end(lane.start(), lane.finish()));
            }
            for (var bar : bars) {
                lines.add("    " + MermaidText.line(bar.title()) + " :" + tags(table, bar) + "t" + ++number + ", "
                        + span(bar));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String tags(Timetable table, Bar bar) {
        return (table.isCritical(bar) ? "crit, " : "") + (bar.kind() == Kind.WORK ? "" : "milestone, ");
    }

    private static String span(Bar bar) {
        return time(bar.start()) + ", " + end(bar.start(), bar.finish());
    }

    private static String end(Instant start, Instant finish) {
        return finish.isAfter(start) ? time(finish) : "0d";
    }

    private static String time(Instant instant) {
        return UTC.format(instant);
    }
}
