package muster.markdown;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.plan.Estimate;
import org.jspecify.annotations.Nullable;

/// Times as documents write them: `2 hours`, `30m`, `6-12 h`, `1.5 days`.
final class Durations {
    /// Working time in a day of effort, unless the document says otherwise; the plan asks for a decision where it is
    /// used.
    static final Duration WORKDAY = Duration.ofHours(8);

    private static final String UNIT = "(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w)";
    private static final Pattern SPAN = Pattern.compile(
            "(?i)(?<![\\w.])(\\d+(?:\\.\\d+)?)(?:\\s*(?:-|–|—|to)\\s*(\\d+(?:\\.\\d+)?))?[\\s-]*" + UNIT + "(?![\\w])");
    private static final long SECONDS_A_MINUTE = 60;
    private static final long SECONDS_AN_HOUR = 3600;
    private static final int DAYS_A_WEEK = 7;
    private static final int WORKDAYS_A_WEEK = 5;

    /// How long a day is: on the clock, or of work.
    enum Day {
        CLOCK,
        WORK
    }

    private Durations() {}

    /// The first time in the text, the upper end of a range; null if there is none.
    static @Nullable Duration first(String text) {
        Matcher matcher = SPAN.matcher(text);
        return matcher.find() ? span(matcher, Day.CLOCK).max() : null;
    }

    /// The first time in the text as effort; null if there is none.
    static @Nullable Estimate effort(String text) {
        Matcher matcher = SPAN.matcher(text);
        return matcher.find() ? span(matcher, Day.WORK) : null;
    }

    /// The effort if the text is nothing but a time, else null.
    static @Nullable Estimate effortOnly(String text) {
        String bare = text.strip().replaceFirst("(?i)^(?:est(?:imate)?d?\\.?:?|approx\\.?|about|~|≈)\\s*", "");
        Matcher matcher = SPAN.matcher(bare);
        return matcher.matches() ? span(matcher, Day.WORK) : null;
    }

    private static Estimate span(Matcher matcher, Day day) {
        Duration low = of(matcher.group(1), matcher.group(3), day);
        Duration high = matcher.group(2) == null ? low : of(matcher.group(2), matcher.group(3), day);
        if (high.compareTo(low) < 0) {
            return Estimate.exactly(low);
        }
        return new Estimate(low, low.plus(high).dividedBy(2), high);
    }

    private static Duration of(String amount, String unit, Day day) {
        if (amount.length() > 7) {
            return Duration.ZERO;
        }
        BigDecimal seconds = new BigDecimal(amount).multiply(BigDecimal.valueOf(secondsIn(unit, day)));
        return Duration.ofSeconds(seconds.longValue());
    }

    private static long secondsIn(String unit, Day day) {
        long workday = WORKDAY.toSeconds();
        long clockDay = Duration.ofDays(1).toSeconds();
        return switch (unit.toLowerCase(Locale.ROOT).charAt(0)) {
            case 's' -> 1;
            case 'm' -> SECONDS_A_MINUTE;
            case 'h' -> SECONDS_AN_HOUR;
            case 'd' -> day == Day.WORK ? workday : clockDay;
            default -> day == Day.WORK ? WORKDAYS_A_WEEK * workday : DAYS_A_WEEK * clockDay;
        };
    }
}
