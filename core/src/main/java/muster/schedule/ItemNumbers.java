package muster.schedule;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// The numbers of items by their ids, in open slots.
final class ItemNumbers {
    /// Spreads hashes that differ only in their last bits. Source: 2^32 divided by the golden ratio (Knuth 1973).
    private static final int SPREAD = 0x9E3779B9;

    private final @Nullable TaskId[] ids;
    private final int[] numbers;

    /// @throws IllegalArgumentException if two have one id
    ItemNumbers(List<WorkItem> items) {
        this(items.size(), number -> items.get(number).id());
    }

    /// @param id by number
    /// @throws IllegalArgumentException if two have one id
    ItemNumbers(int size, IntFunction<TaskId> id) {
        int slots = Integer.highestOneBit(size + 1) << 2;
        ids = new @Nullable TaskId[slots];
        numbers = new int[slots];
        for (int number = 0; number < size; number++) {
            var each = id.apply(number);
            int slot = slot(each);
            if (ids[slot] != null) {
                throw new IllegalArgumentException("two items have the id " + each);
            }
            ids[slot] = each;
            numbers[slot] = number;
        }
    }

    boolean has(TaskId id) {
        return ids[slot(id)] != null;
    }

    int of(TaskId id) {
        int slot = slot(id);
        if (ids[slot] == null) {
            throw new NoSuchElementException("no item " + id);
        }
        return numbers[slot];
    }

    /// The slot of the id, or the open one where it would stand.
    private int slot(TaskId id) {
        int slot = (id.hashCode() * SPREAD) >>> (Integer.numberOfLeadingZeros(ids.length) + 1);
        for (var there = ids[slot]; there != null && !there.equals(id); there = ids[slot]) {
            slot = slot + 1 == ids.length ? 0 : slot + 1;
        }
        return slot;
    }
}
