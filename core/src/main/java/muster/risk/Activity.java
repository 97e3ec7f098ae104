package muster.risk;

import java.time.Instant;
import java.util.List;
import muster.plan.Estimate;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// A piece of work whose duration is not certain.
///
/// @param estimate working time
/// @param opening when it can be worked on; null means round the clock
/// @param earliest it does not start before; null means not before the network does
/// @param earliestFinish it is not finished before, and starts as late as that allows; null means no such date
/// @param price what it costs
/// @param loadings on which common factors its duration depends
public record Activity(
        TaskId id,
        Estimate estimate,
        @Nullable Opening opening,
        @Nullable Instant earliest,
        @Nullable Instant earliestFinish,
        Price price,
        List<Loading> loadings) {

    /// What is shared by all that has to do with one agent or one resource.
    ///
    /// @param weight its square is the share of the duration's score that the factor explains, from 0 to 1
    public record Loading(String factor, double weight) {}

    /// Money in the network's currency.
    ///
    /// @param perHour of working time
    public record Price(double fixed, double perHour) {
        public static final Price NONE = new Price(0, 0);

        boolean isNone() {
            return fixed == 0 && perHour == 0;
        }
    }

    public Activity {
        loadings = List.copyOf(loadings);
        if (explained(loadings) > 1 + 1e-9) {
            throw new IllegalArgumentException("the factors of " + id + " explain more than all: " + loadings);
        }
    }

    /// The share of the score that the factors explain together.
    double explained() {
        return Math.min(1, explained(loadings));
    }

    private static double explained(List<Loading> loadings) {
        return loadings.stream()
                .mapToDouble(loading -> loading.weight() * loading.weight())
                .sum();
    }
}
