package muster.coordination;

import java.time.Duration;
import java.util.List;
import muster.plan.GateTerms;
import muster.plan.Severity;

/// How often somebody is reminded, and after what time it goes up a level each.
///
/// @param every zero means never
public record Pace(Duration every, List<Duration> levels) {
    static final Pace USUAL = of(GateTerms.Reminders.USUAL);

    public Pace {
        levels = List.copyOf(levels);
    }

    static Pace of(GateTerms.Reminders reminders) {
        return new Pace(reminders.every(), List.of(reminders.escalateAfter()));
    }

    /// P0 at once (seed 003), P1 within an hour like a warning, P2 after a day like a conflict (both seed 004).
    static Pace of(Severity severity) {
        var hour = Duration.ofHours(1);
        var day = Duration.ofDays(1);
        return switch (severity) {
            case P0 -> new Pace(hour, List.of(Duration.ZERO, hour));
            case P1 -> new Pace(Duration.ofHours(4), List.of(hour, day));
            case P2 -> new Pace(day, List.of(day));
            case P3 -> new Pace(Duration.ZERO, List.of());
        };
    }
}
