package muster.plan;

import java.time.LocalDate;

/// Days in a row, both ends included.
public record DateRange(LocalDate first, LocalDate last) {
    public DateRange {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("days must be in order, got " + first + ".." + last);
        }
    }

    /// True if the day is one of them.
    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
