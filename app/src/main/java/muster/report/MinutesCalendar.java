package muster.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import muster.coordination.Charter;
import muster.coordination.Minutes;

/// A meeting as an event of a calendar (iCalendar, RFC 5545). Instants are of UTC, so that a reader needs no
/// rules of time zones; the same minutes always give the same bytes.
public final class MinutesCalendar {
    /// Longest line in octets without its end. Source: RFC 5545, section 3.1.
    private static final int LONGEST = 75;

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private MinutesCalendar() {}

    /// The text, its lines ended by CR LF.
    public static String text(Minutes minutes, Charter charter) {
        var description = String.join("\n", MinutesMarkdown.lines(minutes, charter));
        var lines = Stream.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Muster//Meetings//EN",
                "BEGIN:VEVENT",
                "UID:" + minutes.run() + "/" + minutes.meeting().id() + "/" + minutes.date() + "@muster",
                "DTSTAMP:" + utc(minutes.start()),
                "DTSTART:" + utc(minutes.start()),
                "DTEND:" + utc(minutes.end()),
                "SUMMARY:" + escaped(minutes.meeting().title()),
                "DESCRIPTION:" + escaped(description),
                "END:VEVENT",
                "END:VCALENDAR");
        var text = new StringBuilder();
        lines.forEach(line -> folded(line).forEach(part -> text.append(part).append("\r\n")));
        return text.toString();
    }

    private static String utc(Instant instant) {
        return UTC.format(instant);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /// A long line goes on in the next one after a space; no character is torn apart.
    private static List<String> folded(String line) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        var octets = 0;
        for (var i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
            var character = Character.toString(line.codePointAt(i));
            var size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST) {
                parts.add(part.toString());
                part = new StringBuilder(" ");
                octets = 1;
            }
            part.append(character);
            octets += size;
        }
        parts.add(part.toString());
        return parts;
    }
}
