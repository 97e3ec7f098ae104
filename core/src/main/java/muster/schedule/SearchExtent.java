package muster.schedule;

import java.util.function.DoubleSupplier;

/// How long a search for a schedule goes on.
public sealed interface SearchExtent {
    /// [ScheduleSearch#STANDARD_SCHEDULES], or none for more than [ScheduleSearch#MANY_ITEMS] items.
    record Standard() implements SearchExtent {}

    /// So many schedules are generated, 0 or more: the same outcome on every machine.
    record Schedules(long count) implements SearchExtent {}

    /// Until a budget, such as processor time, is spent.
    ///
    /// @param spent the share of it that has been used, 0 to 1
    record Budget(DoubleSupplier spent) implements SearchExtent {}
}
