package muster.charts;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.schedule.OpenHours;
import muster.schedule.Schedule;
import muster.schedule.SchedulingProblem;
import muster.schedule.Slot;
import muster.schedule.TeamHours;
import muster.schedule.WorkItem;

/// Turns slack, which is working time, into an instant.
final class Room {
    private final TeamHours hours;
    private final Schedule schedule;
    private final Map<TeamHours.Hours, Open> known = new HashMap<>();

    Room(SchedulingProblem problem, Schedule schedule) {
        this.hours = new TeamHours(problem);
        this.schedule = schedule;
    }

    /// Open spans, and the seconds that are open before each.
    private static final class Open {
        private final List<OpenHours.Span> spans;
        private final long[] before;

        Open(List<OpenHours.Span> spans) {
            this.spans = spans;
            before = new long[spans.size() + 1];
            for (int i = 0; i < spans.size(); i++) {
                before[i + 1] = before[i] + spans.get(i).until() - spans.get(i).from();
            }
        }

        /// The span that begins last of those that begin by then; -1 if none does.
        private int spanAt(long time) {
            int low = 0;
            int high = spans.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                boolean begun = spans.get(middle).from() <= time;
                low = begun ? middle + 1 : low;
                high = begun ? high : middle;
            }
            return low - 1;
        }

        long worked(long time) {
            int span = spanAt(time);
            return span < 0
                    ? 0
                    : before[span]
                            + Math.min(time, spans.get(span).until())
                            - spans.get(span).from();
        }

        /// The first instant by which that much is worked; `last` if that is never.
        long reaching(long work, long last) {
            int span = 0;
            int high = spans.size();
            while (span < high) {
                int middle = (span + high) >>> 1;
                boolean less = before[middle + 1] < work;
                span = less ? middle + 1 : span;
                high = less ? high : middle;
            }
            return span == spans.size() ? last : spans.get(span).from() + work - before[span];
        }
    }

    /// When the item may finish without moving the end of the schedule; never after that end.
    Instant latest(Slot slot, WorkItem item) {
        long slack = slot.totalSlack().toSeconds();
        var open = slack <= 0 ? null : hours.of(slot.owners(), item);
        if (slack <= 0 || open == null) {
            return slot.finish().plusSeconds(Math.max(0, slack));
        }
        var spans = known.computeIfAbsent(open, each -> new Open(each.between(schedule.start(), schedule.finish())));
        long last = schedule.finish().getEpochSecond();
        long finish = slot.finish().getEpochSecond();
        return Instant.ofEpochSecond(
                Math.clamp(spans.reaching(spans.worked(finish) + slack, last), finish, Math.max(finish, last)));
    }
}
