package muster.rcpsp;

import java.util.function.DoubleSupplier;

/// Runs a search again and again under a budget that is not counted in schedules, such as processor time. A population
/// must fit the number of schedules, so short trials tell first how many the budget buys.
final class Pacing {
    private static final long FIRST_TRIAL = 200;

    /// The share of the budget for trials: they also warm up a virtual machine.
    private static final double TRIALS = 0.05;

    private final DoubleSupplier spent;
    private final Limits limits;
    private long schedules;

    private Pacing(DoubleSupplier spent, Limits limits) {
        this.spent = spent;
        this.limits = limits;
    }

    /// What a run begins with. What the trials find is not told to the run that they prepare: one good member would
    /// rule its population.
    enum From {
        KNOWN,
        BEST
    }

    /// A search that can be run several times, and keeps the best.
    interface Runs {
        /// Gives the number of schedules generated.
        long run(From from, Limits limits, SearchProgress progress);

        /// True if nothing better can be found.
        boolean isSettled();
    }

    /// @param spent the share of the budget that has been used, 0 to 1; the limits' stop signal comes at 1 or before
    static void pace(DoubleSupplier spent, Limits limits, SearchProgress progress, Runs runs) {
        new Pacing(spent, limits).pace(progress, runs);
    }

    private void pace(SearchProgress progress, Runs runs) {
        double begin = spent.getAsDouble();
        double trials = begin + TRIALS * (1 - begin);
        long most = FIRST_TRIAL;
        var from = From.KNOWN;
        for (int run = 0; !runs.isSettled() && schedules < limits.schedules() && !isOver(); run++) {
            double before = spent.getAsDouble();
            long sofar = schedules;
            var next = new Limits(
                    Math.min(most, limits.schedules() - sofar), limits.seed() + run, limits.threads(), limits.stop());
            long generated = runs.run(from, next, (made, value, bound) -> progress.at(sofar + made, value, bound));
            schedules += generated;
            double after = spent.getAsDouble();
            from = before < trials ? From.KNOWN : From.BEST;
            most = after < trials ? 2 * most : expected(generated, after - before, 1 - after);
        }
    }

    private boolean isOver() {
        return spent.getAsDouble() >= 1 || limits.stop().getAsBoolean();
    }

    /// How many schedules the rest of the budget buys.
    private static long expected(long schedules, double cost, double rest) {
        return cost <= 0 ? FIRST_TRIAL : Math.max(FIRST_TRIAL, (long) (schedules * rest / cost));
    }
}
