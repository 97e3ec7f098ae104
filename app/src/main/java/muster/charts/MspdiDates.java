package muster.charts;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import muster.charts.Timetable.Bar;
import muster.plan.ConstraintKind;
import muster.plan.DateConstraint;
import muster.schedule.Wait;
import org.jspecify.annotations.Nullable;

/// The dates of an item as Microsoft Project takes them: one constraint and one deadline, which it goes by, and the
/// plan's other dates in columns, which it shows.
record MspdiDates(
        @Nullable DateConstraint constraint, @Nullable Instant deadline, SortedMap<MspdiColumn, Instant> others) {

    /// The constraint is one that must be kept, else the start if something beyond links held it back (Project does
    /// not level by itself), else the first of the plan's dates that does not become the deadline. The deadline is
    /// the first instant by which the item should be finished.
    static MspdiDates of(Bar bar) {
        var own = bar.task() == null
                ? List.<DateConstraint>of()
                : bar.task().timing().constraints();
        var stated = bar.task() == null ? null : bar.task().timing().deadline();
        var constraint = constraint(bar, own);
        var deadline = Stream.concat(
                        Stream.ofNullable(stated),
                        own.stream().filter(MspdiDates::isDue).map(DateConstraint::at))
                .min(Instant::compareTo)
                .orElse(null);
        var others = new TreeMap<MspdiColumn, Instant>();
        own.stream()
                .filter(date -> !date.equals(constraint))
                .filter(date -> !isDue(date) || !date.at().equals(deadline))
                .forEach(date -> others.put(MspdiColumn.of(date.kind()), date.at()));
        if (stated != null && !stated.equals(deadline)) {
            others.put(MspdiColumn.DEADLINE, stated);
        }
        return new MspdiDates(constraint, deadline, others);
    }

    private static @Nullable DateConstraint constraint(Bar bar, List<DateConstraint> own) {
        var fixed = own.stream().filter(MspdiDates::isFixed).findFirst();
        if (fixed.isEmpty() && bar.slot().waits().stream().anyMatch(MspdiDates::beyondLinks)) {
            return new DateConstraint(ConstraintKind.START_NO_EARLIER_THAN, bar.start());
        }
        return fixed.or(() -> own.stream().filter(date -> !isDue(date)).findFirst())
                .orElse(null);
    }

    private static boolean isDue(DateConstraint date) {
        return date.kind() == ConstraintKind.FINISH_NO_LATER_THAN;
    }

    private static boolean isFixed(DateConstraint date) {
        return date.kind() == ConstraintKind.MUST_START_ON || date.kind() == ConstraintKind.MUST_FINISH_ON;
    }

    private static boolean beyondLinks(Wait wait) {
        return switch (wait) {
            case Wait.ForItem _, Wait.ForLink _, Wait.ForOpening _ -> false;
            case Wait.ForRelease _,
                    Wait.ForDate _,
                    Wait.ForAgent _,
                    Wait.ForResource _,
                    Wait.ForSupply _,
                    Wait.ForTurn _ -> true;
        };
    }
}
