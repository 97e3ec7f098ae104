package muster.schedule;

import java.util.Arrays;
import java.util.Comparator;

/// One schedule of the search, in numbers.
final class Trial {
    private final int[] rank;
    private final int[] way;
    private final Model.Times times;
    private final int[] placed;
    private final Value value;

    private Trial(Model model, Generation generation, int[] rank) {
        this.rank = rank.clone();
        this.way = generation.way.clone();
        this.times = generation.times.copy();
        this.placed = Arrays.copyOf(generation.placed, generation.count());
        this.value = Value.of(model, times);
    }

    /// The order that gave it, by item.
    int[] rank() {
        return rank;
    }

    /// The ways by item, numbered through.
    int[] way() {
        return way;
    }

    Model.Times times() {
        return times;
    }

    /// The items in the order of placing.
    int[] placed() {
        return placed;
    }

    Value value() {
        return value;
    }

    /// What the search makes small, in this order.
    ///
    /// @param lateness seconds by which dates are missed, all together
    /// @param end last finish
    /// @param weighted finishes weighted by priority
    record Value(long lateness, long end, double weighted) implements Comparable<Value> {
        private static final Comparator<Value> ORDER = Comparator.comparingLong(Value::lateness)
                .thenComparingLong(Value::end)
                .thenComparingDouble(Value::weighted);

        static Value of(Model model, Model.Times times) {
            long end = Arrays.stream(times.finish()).max().orElse(model.start);
            long lateness = 0;
            double weighted = 0;
            for (int item = 0; item < model.size; item++) {
                lateness +=
                        model.dates.press ? model.dates.lateness(item, times.start()[item], times.finish()[item]) : 0;
                weighted += (double) model.items.get(item).timing().priority() * (times.finish()[item] - model.start);
            }
            return new Value(lateness, end, weighted);
        }

        @Override
        public int compareTo(Value other) {
            return ORDER.compare(this, other);
        }
    }

    static Trial of(Model model, Generation generation, int[] rank) {
        return new Trial(model, generation, rank);
    }

    /// True if no schedule is shorter or less late.
    boolean isAtBound(CriticalPathMethod network) {
        return value.lateness() == 0 && value.end() == network.end;
    }

    boolean isBetterThan(Trial other) {
        return value.compareTo(other.value) < 0;
    }
}
