package muster.markdown;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Instants as documents write them, with or without time of day and zone.
final class Moments {
    private static final String MONTH = "(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?";
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
    private static final String TIME =
            "(?:(?:T|,?\\s+(?:at\\s+)?)(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::\\d{2}(?:\\.\\d+)?)?"
                    + "(?:\\s*(?<half>[AaPp])\\.?[Mm]\\.?)?\\s*(?<zone>(?:UTC|GMT)?[+-]\\d{1,2}(?::?\\d{2})?|[A-Z][a-z]+/[A-Z][A-Za-z_]+|[A-Z]{1,5})?)?";
    private static final List<Pattern> SHAPES = List.of(
            Pattern.compile("(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})" + TIME),
            Pattern.compile("(?i:" + MONTH + "\\s+" + DAY + "),?\\s+(?<year>\\d{4})" + TIME),
            Pattern.compile("(?i:" + DAY + "\\.?\\s+" + MONTH + "),?\\s+(?<year>\\d{4})" + TIME));
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int LETTERS = 3;
    private static final int NOON = 12;
    private static final Map<String, String> ZONES = zones();

    private Moments() {}

    /// What the document leaves open about an instant.
    enum Open {
        NOTHING,
        /// No zone, or one that is not known: UTC is taken.
        ZONE,
        /// Only a date: the first instant of that day in UTC is taken.
        TIME
    }

    record Moment(Instant at, Open open) {}

    private static Map<String, String> zones() {
        Map<String, String> zones = new HashMap<>(ZoneId.SHORT_IDS);
        zones.putAll(Map.of("CET", "+01:00", "CEST", "+02:00", "BST", "+01:00", "EDT", "-04:00", "CDT", "-05:00"));
        zones.putAll(Map.of("EST", "-05:00", "CST", "-06:00", "PST", "-08:00", "PDT", "-07:00", "MST", "-07:00"));
        return Map.copyOf(zones);
    }

    /// The first instant in the text, or null.
    static @Nullable Moment first(String text) {
        return SHAPES.stream()
                .map(shape -> shape.matcher(text))
                .filter(Matcher::find)
                .map(Moments::moment)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// The text with every instant blanked out; what is left keeps its place.
    static String masked(String text) {
        String left = text;
        for (Pattern shape : SHAPES) {
            left = masked(left, shape);
        }
        return left;
    }

    /// The text with every match blanked out; what is left keeps its place.
    static String masked(String text, Pattern pattern) {
        return pattern.matcher(text)
                .replaceAll(match -> "#".repeat(match.group().length()));
    }

    /// The zone of that name, or null if there is none.
    static @Nullable ZoneId zone(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        try {
            return ZoneId.of(name, ZONES);
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    private static @Nullable Moment moment(Matcher matcher) {
        try {
            LocalDate date = LocalDate.of(
                    Numbers.count(matcher.group("year")), month(matcher), Numbers.count(matcher.group("day")));
            if (matcher.group("hour") == null) {
                return new Moment(date.atStartOfDay(ZoneOffset.UTC).toInstant(), Open.TIME);
            }
            ZoneId zone = zone(matcher.group("zone"));
            Instant at = date.atTime(time(matcher))
                    .atZone(zone == null ? ZoneOffset.UTC : zone)
                    .toInstant();
            return new Moment(at, zone == null ? Open.ZONE : Open.NOTHING);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static int month(Matcher matcher) {
        String month = matcher.group("month");
        return Character.isDigit(month.charAt(0))
                ? Numbers.count(month)
                : MONTHS.indexOf(month.toLowerCase(Locale.ROOT)) / LETTERS + 1;
    }

    private static LocalTime time(Matcher matcher) {
        int hour = Numbers.count(matcher.group("hour"));
        String half = matcher.group("half");
        int shifted = half == null ? hour : hour % NOON + (half.equalsIgnoreCase("p") ? NOON : 0);
        return LocalTime.of(shifted, Numbers.count(matcher.group("minute")));
    }
}
