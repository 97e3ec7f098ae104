package muster.charts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import muster.charts.Timetable.Bar;
import muster.charts.Timetable.Kind;
import muster.charts.Timetable.Lane;
import muster.plan.Deadline;
import muster.report.Show;

/// A schedule as a calendar (RFC 5545), one event per item and deadline, in UTC. An event keeps its UID as long as the
/// plan and the item keep their ids.
final class Icalendar {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /// Octets in a line, without its end (RFC 5545, 3.1).
    private static final int MOST_OCTETS = 75;

    private static final String END = "\r\n";

    private final Timetable table;
    private final List<String> lines = new ArrayList<>();

    private Icalendar(Timetable table) {
        this.table = table;
    }

    static String write(Timetable table) {
        var calendar = new Icalendar(table);
        calendar.all();
        var text = new StringBuilder();
        calendar.lines.forEach(line -> fold(line, text));
        return text.toString();
    }

    private void all() {
        lines.addAll(List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Muster//Schedule//EN", "CALSCALE:GREGORIAN"));
        text("X-WR-CALNAME", table.head().title());
        for (var lane : table.lanes()) {
            lane.bars().forEach(bar -> event(lane, bar));
        }
        table.head().deadlines().forEach(this::event);
        lines.add("END:VCALENDAR");
    }

    private void event(Lane lane, Bar bar) {
        begin(bar.id().value(), bar.start());
        if (bar.finish().isAfter(bar.start())) {
            lines.add("DTEND:" + UTC.format(bar.finish()));
        }
        text("SUMMARY", bar.title());
        text("DESCRIPTION", description(bar));
        text("CATEGORIES", lane.title());
        lines.add("TRANSP:" + (bar.kind() == Kind.WORK ? "OPAQUE" : "TRANSPARENT"));
        if (table.isCritical(bar)) {
            lines.add("PRIORITY:1");
        }
        lines.add("END:VEVENT");
    }

    private void event(Deadline deadline) {
        begin("deadline." + deadline.id(), deadline.at());
        text("SUMMARY", "Deadline: " + Show.line(deadline.title()));
        lines.add("TRANSP:TRANSPARENT");
        lines.add("END:VEVENT");
    }

    private void begin(String id, Instant start) {
        lines.add("BEGIN:VEVENT");
        lines.add("UID:" + id + "@" + table.head().id() + ".muster");
        lines.add("DTSTAMP:" + UTC.format(table.head().start()));
        lines.add("DTSTART:" + UTC.format(start));
    }

    private String description(Bar bar) {
        var owners = table.owners(bar);
        return Words.of(bar.kind())
                + (owners.isEmpty() ? "" : "\nowners: " + owners)
                + "\nworking time: " + Words.time(bar.work())
                + "\nslack: " + Words.time(bar.slot().totalSlack())
                + (table.isCritical(bar) ? "\non the critical path" : "");
    }

    private void text(String property, String value) {
        lines.add(property + ":"
                + value.lines()
                        .map(Icalendar::escaped)
                        .reduce((a, b) -> a + "\\n" + b)
                        .orElse(""));
    }

    private static String escaped(String raw) {
        return Show.line(raw).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,");
    }

    /// Lines that go on begin with a space, which counts; no character is cut in two.
    private static void fold(String line, StringBuilder text) {
        int octets = 0;
        for (int point : line.codePoints().toArray()) {
            var character = Character.toString(point);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > MOST_OCTETS) {
                text.append(END).append(' ');
                octets = 1;
            }
            text.append(character);
            octets += size;
        }
        text.append(END);
    }
}
