package muster.rcpsp;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The memetic search under a budget that is not counted in schedules, such as processor time.
///
/// @param spent the share of the budget that has been used, 0 to 1; the limits' stop signal comes at 1 or before
public record PacedSearch(DoubleSupplier spent) {

    /// The best order found within the budget, as [Search#run] finds it; null if the budget was spent before anything
    /// was generated.
    public @Nullable Found run(
            Supplier<? extends Decoding> problem, List<Candidate> first, Limits limits, SearchProgress progress) {
        var best = new Best(problem, first);
        Pacing.pace(spent, limits, progress, best);
        return best.found;
    }

    /// The best of several runs.
    private static final class Best implements Pacing.Runs {
        private final Supplier<? extends Decoding> problem;
        private final List<Candidate> known;
        private @Nullable Found found;

        Best(Supplier<? extends Decoding> problem, List<Candidate> known) {
            this.problem = problem;
            this.known = known;
        }

        @Override
        public long run(Pacing.From from, Limits limits, SearchProgress progress) {
            var begin = switch (from) {
                case KNOWN -> known;
                case BEST -> found == null ? known : List.of(Candidate.of(found));
            };
            var next = Search.run(problem, begin, limits, progress);
            found = found == null || next.value() <= found.value() ? next : found;
            return next.schedules();
        }

        @Override
        public boolean isSettled() {
            return found != null && found.isProven();
        }
    }
}
