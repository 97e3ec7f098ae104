package muster.markdown;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.plan.Attendance;
import muster.plan.Meeting;
import org.jspecify.annotations.Nullable;

/// Reads daily meetings: headings or items with a time of day, such as `09:00 UTC - Daily Standup (15 minutes)`.
final class Meetings {
    private static final String CLOCK = "([01]?\\d|2[0-3]):([0-5]\\d)\\s*([A-Z]{1,4}|[A-Z][a-z]+/[A-Z]\\w+)?";
    private static final Pattern TIME_FIRST = Pattern.compile("^" + CLOCK + "\\s*[:–—-]\\s*(.+)$");
    private static final Pattern NAME_FIRST =
            Pattern.compile("^(.+?)\\s*(?:[:–—-]|\\bat\\b|\\()\\s*(?:daily (?:at )?)?" + CLOCK + "(.*)$");

    private final Reading reading;

    private Meetings(Reading reading) {
        this.reading = reading;
    }

    private record Named(
            String title, LocalTime at, @Nullable String zone, String words) {}

    static List<Meeting> extract(Reading reading) {
        Meetings meetings = new Meetings(reading);
        return reading.document().about(Topic.MEETING).stream()
                .flatMap(meetings::section)
                .toList();
    }

    private Stream<Meeting> section(Section section) {
        Named heading = named(section.title());
        if (heading != null) {
            List<Text> lines = Stream.concat(
                            section.lines().stream(), section.entries().stream().map(Entry::text))
                    .toList();
            return Stream.of(meeting(heading, lines, section.line()));
        }
        Stream<Meeting> items =
                section.entries().stream().filter(entry -> entry.depth() == 0).flatMap(this::item);
        return Stream.concat(
                items,
                section.tables().stream()
                        .flatMap(table -> table.rows().stream())
                        .flatMap(this::row));
    }

    private Stream<Meeting> item(Entry entry) {
        Named named = named(entry.text().plain());
        List<Text> more = entry.item().more().stream()
                .filter(Block.Items.class::isInstance)
                .flatMap(block -> ((Block.Items) block).items().stream())
                .map(Item::text)
                .toList();
        return named == null ? Stream.empty() : Stream.of(meeting(named, more, entry.line()));
    }

    private Stream<Meeting> row(Row row) {
        List<String> cells = row.cells().stream().map(Text::plain).toList();
        String time = cells.stream()
                .filter(cell -> cell.matches("^" + CLOCK + "$"))
                .findFirst()
                .orElse("");
        String title = cells.stream()
                .filter(cell -> !cell.equals(time) && !cell.isEmpty())
                .findFirst()
                .orElse("");
        Named named = named(time + " - " + title);
        return time.isEmpty() || named == null
                ? Stream.empty()
                : Stream.of(meeting(
                        new Named(title, named.at(), named.zone(), String.join(" ", cells)), List.of(), row.line()));
    }

    private static @Nullable Named named(String text) {
        Matcher first = TIME_FIRST.matcher(text);
        if (first.matches()) {
            return new Named(
                    Headings.bare(first.group(4)),
                    time(first.group(1), first.group(2)),
                    first.group(3),
                    first.group(4));
        }
        Matcher last = NAME_FIRST.matcher(text);
        return last.matches()
                ? new Named(last.group(1).strip(), time(last.group(2), last.group(3)), last.group(4), last.group(5))
                : null;
    }

    private static LocalTime time(String hour, String minute) {
        return LocalTime.of(Numbers.count(hour), Numbers.count(minute));
    }

    private Meeting meeting(Named named, List<Text> lines, int line) {
        ZoneId zone = Moments.zone(named.zone());
        if (zone == null) {
            reading.notes()
                    .ask(
                            line,
                            "In which time zone is '" + named.title() + "'?",
                            "No known zone is given; UTC is taken until that is decided.");
        }
        Duration length = Durations.first(named.words());
        if (length == null) {
            reading.notes()
                    .ask(line, "How long is '" + named.title() + "'?", "The document does not say; no length is set.");
        }
        return new Meeting(
                reading.item("meeting", named.title()),
                named.title(),
                named.at(),
                zone == null || zone.getId().equals("UTC") ? ZoneId.of("UTC") : zone,
                length == null ? Duration.ZERO : length,
                attendance(value(lines, "required|attend\\w*|who|participants?")),
                Phrases.list(value(lines, "agenda|topics?|purpose")),
                reading.at(line));
    }

    private static Attendance attendance(String words) {
        boolean some = words.toLowerCase(Locale.ROOT).matches(".*(?:cross|dependenc).*");
        return some ? Attendance.CROSS_DEPENDENT : Attendance.ALL;
    }

    private static String value(List<Text> lines, String key) {
        return lines.stream()
                .map(Text::field)
                .filter(field ->
                        field != null && field.key().toLowerCase(Locale.ROOT).matches(key))
                .map(Field::value)
                .findFirst()
                .orElse("");
    }
}
