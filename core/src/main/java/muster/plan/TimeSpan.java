package muster.plan;

import java.time.LocalTime;

/// A part of a day; `until` 00:00 means the end of the day.
public record TimeSpan(LocalTime from, LocalTime until) {
    public TimeSpan {
        if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
            throw new IllegalArgumentException("hours must end after they begin, got " + from + "-" + until
                    + "; what goes past midnight is two spans, one until 00:00 and one from 00:00");
        }
    }
}
