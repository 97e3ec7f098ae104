package muster.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.plan.TaskId;

/// Every item with its place in time.
///
/// @param slots by start, then id
/// @param criticalPath the chain of items, each waiting for the one before, that ends with the last to finish
public record Schedule(Instant start, Instant finish, List<Slot> slots, List<TaskId> criticalPath) {
    public Schedule {
        slots = List.copyOf(slots);
        criticalPath = List.copyOf(criticalPath);
    }

    /// Time from the start to the last finish, by the clock on the wall.
    public Duration makespan() {
        return Duration.between(start, finish);
    }

    /// The place of an item.
    public Optional<Slot> slotOf(TaskId item) {
        return slots.stream().filter(slot -> slot.item().equals(item)).findFirst();
    }

    /// The chain of items, each waiting for the one before, that ends with this item.
    public List<TaskId> chainTo(TaskId item) {
        var chain = new ArrayList<TaskId>();
        for (var at = Optional.of(item); at.isPresent(); at = at.flatMap(this::heldUpBy)) {
            chain.addFirst(at.get());
        }
        return List.copyOf(chain);
    }

    private Optional<TaskId> heldUpBy(TaskId item) {
        return slotOf(item).stream()
                .flatMap(slot -> slot.waits().reversed().stream())
                .flatMap(wait -> named(wait).stream())
                .findFirst();
    }

    private static Optional<TaskId> named(Wait wait) {
        return switch (wait) {
            case Wait.ForItem(var item, var _) -> Optional.of(item);
            case Wait.ForAgent(var _, var item, var _) -> Optional.of(item);
            case Wait.ForResource(var _, var item, var _) -> Optional.of(item);
            case Wait.ForRelease _ -> Optional.empty();
            case Wait.ForOpening _ -> Optional.empty();
        };
    }
}
