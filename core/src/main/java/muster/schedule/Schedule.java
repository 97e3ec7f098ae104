package muster.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// Every item with its place in time.
///
/// @param slots by start, then id
/// @param criticalPath the chain of items, each waiting for the one before, that ends with the last to finish
public record Schedule(Instant start, Instant finish, List<Slot> slots, List<TaskId> criticalPath) {
    public Schedule {
        slots = MadeList.unchanging(slots);
        criticalPath = List.copyOf(criticalPath);
    }

    /// A schedule whose critical path is told by the waits of its slots.
    public static Schedule of(Instant start, Instant finish, List<Slot> slots) {
        var bare = new Schedule(start, finish, slots, List.of());
        var last = slots.stream()
                .max(Comparator.comparing(Slot::finish).thenComparing(Slot::start))
                .map(slot -> bare.chainTo(slot.item()))
                .orElse(List.of());
        return new Schedule(start, finish, slots, last);
    }

    /// Time from the start to the last finish, by the clock on the wall.
    public Duration makespan() {
        return Duration.between(start, finish);
    }

    /// The place of an item; looks through all slots: for many use [#byItem].
    public Optional<Slot> slotOf(TaskId item) {
        return slots.stream().filter(slot -> slot.item().equals(item)).findFirst();
    }

    /// All slots by their items.
    public Map<TaskId, Slot> byItem() {
        Map<TaskId, Slot> byItem = new HashMap<>(2 * slots.size());
        slots.forEach(slot -> byItem.put(slot.item(), slot));
        return Collections.unmodifiableMap(byItem);
    }

    /// The chain of items, each waiting for the one before, that ends with this item.
    public List<TaskId> chainTo(TaskId item) {
        var places = new ItemNumbers(slots.size(), place -> slots.get(place).item());
        var chain = new ArrayList<TaskId>();
        for (@Nullable TaskId at = item; at != null; ) {
            chain.add(at);
            at = places.has(at) ? heldUpBy(slots.get(places.of(at))) : null;
        }
        return List.copyOf(chain.reversed());
    }

    private static @Nullable TaskId heldUpBy(Slot slot) {
        for (var wait : slot.waits().reversed()) {
            if (wait.other() != null) {
                return wait.other();
            }
        }
        return null;
    }
}
