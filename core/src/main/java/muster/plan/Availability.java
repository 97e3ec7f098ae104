package muster.plan;

import java.util.List;

/// What one agent's days have beyond the agent's calendar, in the calendar's time zone; UTC without a calendar.
///
/// @param exceptions days with hours of their own; they stand above days off and above the calendar
public record Availability(List<DateRange> daysOff, List<SpecialDay> exceptions) {
    /// As the calendar says.
    public static final Availability USUAL = new Availability(List.of(), List.of());

    public Availability {
        daysOff = List.copyOf(daysOff);
        exceptions = List.copyOf(exceptions);
    }
}
