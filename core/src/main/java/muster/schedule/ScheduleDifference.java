package muster.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import muster.plan.TaskId;

/// What is different in another schedule of the same plan.
///
/// @param finish how much later it ends; negative if earlier
/// @param moved items that start or finish at another time or are done by others, in the order of the first schedule
/// @param added items that only the other has
/// @param dropped items that only the first has
/// @param nowCritical items that are on the other's critical path alone
/// @param noLongerCritical items that are on the first's critical path alone
public record ScheduleDifference(
        Duration finish,
        List<Move> moved,
        List<TaskId> added,
        List<TaskId> dropped,
        List<TaskId> nowCritical,
        List<TaskId> noLongerCritical) {
    public ScheduleDifference {
        moved = List.copyOf(moved);
        added = List.copyOf(added);
        dropped = List.copyOf(dropped);
        nowCritical = List.copyOf(nowCritical);
        noLongerCritical = List.copyOf(noLongerCritical);
    }

    /// One item that is elsewhere.
    public record Move(TaskId item, Instant start, Instant newStart, Instant finish, Instant newFinish) {

        /// How much later it is finished; negative if earlier.
        public Duration variance() {
            return Duration.between(finish, newFinish);
        }
    }

    /// From one schedule to another.
    public static ScheduleDifference between(Schedule first, Schedule other) {
        Map<TaskId, Slot> others = other.byItem();
        var moved = new ArrayList<Move>();
        var dropped = new ArrayList<TaskId>();
        for (var slot : first.slots()) {
            var now = others.get(slot.item());
            if (now == null) {
                dropped.add(slot.item());
            } else if (!isSame(slot, now)) {
                moved.add(new Move(slot.item(), slot.start(), now.start(), slot.finish(), now.finish()));
            }
        }
        var known = first.byItem();
        return new ScheduleDifference(
                Duration.between(first.finish(), other.finish()),
                moved,
                other.slots().stream()
                        .map(Slot::item)
                        .filter(item -> !known.containsKey(item))
                        .toList(),
                dropped,
                without(other.criticalPath(), first.criticalPath()),
                without(first.criticalPath(), other.criticalPath()));
    }

    private static boolean isSame(Slot slot, Slot now) {
        return slot.start().equals(now.start())
                && slot.finish().equals(now.finish())
                && slot.owners().equals(now.owners());
    }

    private static List<TaskId> without(List<TaskId> items, List<TaskId> others) {
        return items.stream().filter(item -> !others.contains(item)).toList();
    }
}
