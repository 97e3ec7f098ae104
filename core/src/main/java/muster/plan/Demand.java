package muster.plan;

import java.math.BigDecimal;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How much of a resource a task holds while it runs, or uses up, in the resource's unit.
///
/// @param until of a reservoir, the task whose finish gives it back; null means never
public record Demand(
        ResourceId resource, BigDecimal amount, @Nullable TaskId until) {

    /// Held until the task is finished, or used up.
    public Demand(ResourceId resource, BigDecimal amount) {
        this(resource, amount, null);
    }

    /// The same if what gives it back is there, else held for ever.
    public Demand among(Predicate<TaskId> there) {
        return until == null || there.test(until) ? this : new Demand(resource, amount);
    }
}
