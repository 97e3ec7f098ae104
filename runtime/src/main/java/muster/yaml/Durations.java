package muster.yaml;

import java.time.Duration;
import java.util.regex.Pattern;

/// Spans of time such as `90m`, `4h`, `1h30m`, `2d`; a day is 24 hours.
final class Durations {
    private static final Pattern PARTS = Pattern.compile("([0-9]{1,9})(d|h|ms|m|s|ns)");

    static final Pattern SHAPE = Pattern.compile(
            "(?=[0-9])([0-9]{1,9}d)?([0-9]{1,9}h)?([0-9]{1,9}m)?([0-9]{1,9}s)?([0-9]{1,9}ms)?([0-9]{1,9}ns)?");

    static final String SAYS = "a duration such as 90m, 4h, 1h30m or 2d";

    static final Form<Duration> DURATION = new PatternForm<>(SAYS, SHAPE, Durations::parse, Durations::print);

    private Durations() {}

    static Duration parse(String text) {
        var sum = Duration.ZERO;
        var parts = PARTS.matcher(text);
        while (parts.find()) {
            sum = sum.plus(part(Long.parseLong(parts.group(1)), parts.group(2)));
        }
        return sum;
    }

    private static Duration part(long count, String unit) {
        return switch (unit) {
            case "d" -> Duration.ofDays(count);
            case "h" -> Duration.ofHours(count);
            case "m" -> Duration.ofMinutes(count);
            case "s" -> Duration.ofSeconds(count);
            case "ms" -> Duration.ofMillis(count);
            default -> Duration.ofNanos(count);
        };
    }

    /// Whole days as days, anything else in hours and smaller.
    static String print(Duration time) {
        if (time.isZero()) {
            return "0s";
        }
        if (time.toNanosPart() == 0 && time.toSecondsPart() + time.toMinutesPart() + time.toHoursPart() == 0) {
            return time.toDays() + "d";
        }
        return text(time.toHours(), "h")
                + text(time.toMinutesPart(), "m")
                + text(time.toSecondsPart(), "s")
                + text(time.toMillisPart(), "ms")
                + text(time.toNanosPart() % 1_000_000, "ns");
    }

    private static String text(long count, String unit) {
        return count == 0 ? "" : count + unit;
    }
}
