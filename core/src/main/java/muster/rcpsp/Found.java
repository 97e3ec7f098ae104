package muster.rcpsp;

import java.util.List;

/// The best that a search has found.
///
/// @param order the activities in the order that gave it
/// @param modes, starts, finishes by activity
/// @param value what the search made small; [Decoding#INFEASIBLE] if no order had feasible times, with times undefined
/// @param bound no order has a value below it
/// @param schedules how many were generated
public record Found(
        List<Integer> order,
        List<Integer> modes,
        List<Long> starts,
        List<Long> finishes,
        long value,
        long bound,
        long schedules) {
    public Found {
        order = List.copyOf(order);
        modes = List.copyOf(modes);
        starts = List.copyOf(starts);
        finishes = List.copyOf(finishes);
    }

    /// True if nothing better exists.
    public boolean isProven() {
        return value == bound;
    }
}
