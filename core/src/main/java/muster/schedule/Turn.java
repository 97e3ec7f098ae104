package muster.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import muster.schedule.OpenSpans.Span;

/// The days on which it is somebody's turn to have what goes from agent to agent daily: day by day of UTC from the
/// project's first, the agents in the order of the team.
///
/// @param firstDay the project's first day, in days since the epoch
/// @param cycle how many agents take turns
/// @param mine the turns of those who are meant, from 0
record Turn(long firstDay, int cycle, Set<Integer> mine) {
    private static final long DAY = Duration.ofDays(1).toSeconds();

    /// The first second after the day of an instant.
    long endOfDay(long time) {
        return (Math.floorDiv(time, DAY) + 1) * DAY;
    }

    boolean isMine(long time) {
        return mine.contains(Math.floorMod(Math.floorDiv(time, DAY) - firstDay, cycle));
    }

    /// Their days inside a span, in order.
    List<Span> days(Span within) {
        var days = new ArrayList<Span>();
        for (long from = within.from(); from < within.until(); from = endOfDay(from)) {
            if (isMine(from)) {
                days.add(new Span(from, Math.min(endOfDay(from), within.until())));
            }
        }
        return days;
    }
}
