package muster.schedule;

import java.time.Instant;
import java.util.List;
import muster.plan.ConstraintKind;
import org.jspecify.annotations.Nullable;

/// The dates of all items in seconds since the epoch. Those that hold back are kept by every schedule; those that press
/// may be missed. What is not asked lies at the beginning or the end of time.
final class Dates {
    private static final long NEVER = Long.MAX_VALUE;
    private static final long EVER = Long.MIN_VALUE;

    final long[] startFrom;
    final long[] finishFrom;
    final long[] startBy;
    final long[] finishBy;
    final long[] deadline;

    /// True if some date presses.
    final boolean press;

    Dates(List<WorkItem> items, long start) {
        int size = items.size();
        startFrom = new long[size];
        finishFrom = new long[size];
        startBy = new long[size];
        finishBy = new long[size];
        deadline = new long[size];
        for (int item = 0; item < size; item++) {
            var timing = items.get(item).timing();
            var earliest = items.get(item).earliest();
            startFrom[item] = Math.max(start, earliest == null ? start : Model.second(earliest));
            finishFrom[item] = EVER;
            startBy[item] = NEVER;
            finishBy[item] = NEVER;
            deadline[item] = timing.deadline() == null ? NEVER : floor(timing.deadline());
            for (var constraint : timing.constraints()) {
                tie(item, constraint.kind(), constraint.at());
            }
        }
        press = presses(startBy) || presses(finishBy) || presses(deadline);
    }

    private void tie(int item, ConstraintKind kind, Instant at) {
        switch (kind) {
            case START_NO_EARLIER_THAN -> startFrom[item] = Math.max(startFrom[item], Model.second(at));
            case FINISH_NO_EARLIER_THAN -> finishFrom[item] = Math.max(finishFrom[item], Model.second(at));
            case START_NO_LATER_THAN -> startBy[item] = Math.min(startBy[item], floor(at));
            case FINISH_NO_LATER_THAN -> finishBy[item] = Math.min(finishBy[item], floor(at));
            case MUST_START_ON -> {
                startFrom[item] = Math.max(startFrom[item], Model.second(at));
                startBy[item] = Math.min(startBy[item], floor(at));
            }
            case MUST_FINISH_ON -> {
                finishFrom[item] = Math.max(finishFrom[item], Model.second(at));
                finishBy[item] = Math.min(finishBy[item], floor(at));
            }
        }
    }

    /// Seconds by which an item misses the dates that press, all together; 0 if it keeps them.
    long lateness(int item, long start, long finish) {
        return late(start, startBy[item]) + late(finish, finishBy[item]) + late(finish, deadline[item]);
    }

    /// The last finish that keeps the dates of an item.
    long latestFinish(int item) {
        return Math.min(finishBy[item], deadline[item]);
    }

    private static long late(long actual, long due) {
        return Math.max(0, actual - Math.min(actual, due));
    }

    /// The second that an instant lies in: what is due by then is due by its begin.
    private static long floor(@Nullable Instant at) {
        return at == null ? NEVER : at.getEpochSecond();
    }

    private static boolean presses(long[] dates) {
        for (long date : dates) {
            if (date < NEVER) {
                return true;
            }
        }
        return false;
    }
}
