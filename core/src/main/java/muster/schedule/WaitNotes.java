package muster.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// What items waited for, in numbers; made into waits when somebody asks. The notes of one item lie together, behind
/// those of the item that was placed before.
final class WaitNotes {
    /// In place of the number of another item.
    static final int NOBODY = -1;

    private final List<WorkItem> items;
    private final int[] begin;
    private final int[] end;
    private @Nullable Cause[] cause;
    private int[] other;
    private long[] until;
    private int count;
    private int kept;

    /// A kind of wait with all that it says but the other item and the instant.
    @FunctionalInterface
    interface Cause {
        /// @param other the item itself if there is no other
        Wait wait(TaskId other, Instant until);
    }

    WaitNotes(List<WorkItem> items) {
        this.items = items;
        begin = new int[items.size()];
        end = new int[items.size()];
        cause = new @Nullable Cause[items.size() + 1];
        other = new int[cause.length];
        until = new long[cause.length];
    }

    /// Forgets what was noted for an item that was not placed.
    void begin() {
        count = kept;
    }

    void add(Cause why, int who, long when) {
        if (count == cause.length) {
            int room = count + (count >> 1) + 1;
            cause = Arrays.copyOf(cause, room);
            other = Arrays.copyOf(other, room);
            until = Arrays.copyOf(until, room);
        }
        cause[count] = why;
        other[count] = who;
        until[count++] = when;
    }

    /// All that was noted since the begin is what the item waited for.
    void keep(int item) {
        begin[item] = kept;
        end[item] = count;
        kept = count;
    }

    List<Wait> of(int item) {
        var waits = new ArrayList<Wait>(end[item] - begin[item]);
        for (int note = begin[item]; note < end[item]; note++) {
            int who = other[note] == NOBODY ? item : other[note];
            waits.add(Objects.requireNonNull(cause[note]).wait(items.get(who).id(), Model.instant(until[note])));
        }
        return waits;
    }
}
