package muster.charts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Places instants along a stretch of pixels, and chooses the instants that are worth a label. UTC.
///
/// @param left where `from` is, in pixels
/// @param width how far it is from there to `until`, in pixels
record TimeAxis(Instant from, Instant until, double left, double width) {
    private static final List<Step> STEPS = List.of(
            new Step(ChronoUnit.MINUTES, 15),
            new Step(ChronoUnit.HOURS, 1),
            new Step(ChronoUnit.HOURS, 3),
            new Step(ChronoUnit.HOURS, 6),
            new Step(ChronoUnit.HOURS, 12),
            new Step(ChronoUnit.DAYS, 1),
            new Step(ChronoUnit.DAYS, 2),
            new Step(ChronoUnit.WEEKS, 1),
            new Step(ChronoUnit.WEEKS, 2),
            new Step(ChronoUnit.MONTHS, 1),
            new Step(ChronoUnit.MONTHS, 3),
            new Step(ChronoUnit.YEARS, 1),
            new Step(ChronoUnit.YEARS, 5),
            new Step(ChronoUnit.YEARS, 20));

    /// Space that a label and its distance to the next take.
    private static final double LABEL = 96;

    /// No label begins nearer to the end; charts leave 64 pixels beyond it.
    private static final double NEAR_END = 24;

    private static final long SHORTEST = 3600;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ROOT);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ROOT);

    /// How far labels are from each other in time.
    private record Step(ChronoUnit unit, int times) {
        Duration length() {
            return unit.getDuration().multipliedBy(times);
        }

        LocalDateTime floor(LocalDateTime time) {
            return switch (unit) {
                case MINUTES, HOURS -> time.truncatedTo(ChronoUnit.DAYS);
                case WEEKS ->
                    time.truncatedTo(ChronoUnit.DAYS)
                            .minusDays(time.getDayOfWeek().getValue() - 1L);
                case MONTHS -> time.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
                case YEARS ->
                    time.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1).withYear(time.getYear() / times * times);
                default -> time.truncatedTo(ChronoUnit.DAYS);
            };
        }

        String label(LocalDateTime time) {
            return switch (unit) {
                case MINUTES, HOURS -> time.format(HOUR);
                case MONTHS, YEARS -> time.format(MONTH);
                default -> time.format(DAY);
            };
        }
    }

    /// A label and where it stands.
    record Tick(double x, String label) {}

    /// An axis that lasts an hour at least.
    static TimeAxis of(Instant from, Instant until, double left, double width) {
        var last = Duration.between(from, until).toSeconds() < SHORTEST ? from.plusSeconds(SHORTEST) : until;
        return new TimeAxis(from, last, left, width);
    }

    double x(Instant at) {
        double share = (double) Duration.between(from, at).toSeconds()
                / Duration.between(from, until).toSeconds();
        return left + width * Math.clamp(share, 0, 1);
    }

    /// True if the instant is on it.
    boolean shows(Instant at) {
        return !at.isBefore(from) && !at.isAfter(until);
    }

    /// In order; labels do not touch each other nor the end.
    List<Tick> ticks() {
        double most = Math.max(1, Math.floor(width / LABEL));
        double shortest = Duration.between(from, until).toSeconds() / most;
        var step = STEPS.stream()
                .filter(each -> each.length().toSeconds() >= shortest)
                .findFirst()
                .orElse(STEPS.getLast());
        var first = step.floor(LocalDateTime.ofInstant(from, ZoneOffset.UTC));
        var last = LocalDateTime.ofInstant(until, ZoneOffset.UTC);
        var ticks = new ArrayList<Tick>();
        Stream.iterate(first, time -> !time.isAfter(last), time -> time.plus(step.times(), step.unit()))
                .filter(time -> shows(time.toInstant(ZoneOffset.UTC)))
                .filter(time -> x(time.toInstant(ZoneOffset.UTC)) <= left + width - NEAR_END)
                .forEach(time -> ticks.add(new Tick(x(time.toInstant(ZoneOffset.UTC)), step.label(time))));
        return ticks;
    }
}
