package muster.schedule;

import muster.plan.AgentId;
import muster.plan.ResourceId;

/// How much of an agent or a resource there is over time.
final class Capacity {
    private final Holder holder;
    private final long[] steps;
    private final long[] amounts;

    /// @param steps instants at which the amount changes, the first being the beginning of time
    /// @param amounts from each of the steps on
    Capacity(Holder holder, long[] steps, long[] amounts) {
        this.holder = holder;
        this.steps = steps;
        this.amounts = amounts;
    }

    Holder holder() {
        return holder;
    }

    long[] steps() {
        return steps;
    }

    long[] amounts() {
        return amounts;
    }

    /// Who or what is held while an item lasts.
    sealed interface Holder {
        record OfAgent(AgentId agent) implements Holder {}

        record OfResource(ResourceId resource) implements Holder {}
    }

    /// The same amount all the time.
    static Capacity constant(Holder holder, long amount) {
        return new Capacity(holder, new long[] {Long.MIN_VALUE}, new long[] {amount});
    }

    /// The first instant after `time` from which on there is less than before.
    long nextDrop(long time) {
        for (int step = 1; step < steps.length; step++) {
            if (steps[step] > time && amounts[step] < amounts[step - 1]) {
                return steps[step];
            }
        }
        return Long.MAX_VALUE;
    }
}
