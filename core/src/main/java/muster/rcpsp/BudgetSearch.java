package muster.rcpsp;

import java.util.function.DoubleSupplier;
import muster.rcpsp.ProjectResult.Infeasible;
import muster.rcpsp.ProjectResult.NoneFound;
import muster.rcpsp.ProjectResult.Scheduled;
import org.jspecify.annotations.Nullable;

/// The memetic search for projects under a budget that is not counted in schedules, such as processor time.
///
/// @param spent the share of the budget that has been used, 0 to 1; the limits' stop signal comes at 1 or before
public record BudgetSearch(DoubleSupplier spent) implements ProjectSolver {

    @Override
    public ProjectResult solve(Project project, @Nullable Scheduled known, Limits limits, SearchProgress progress) {
        var best = new Best(project, known);
        Pacing.pace(spent, limits, progress, best);
        return best.result();
    }

    /// The best of several runs.
    private static final class Best implements Pacing.Runs {
        private final Project project;
        private final @Nullable Scheduled known;
        private @Nullable Scheduled schedule;
        private @Nullable Infeasible infeasible;
        private long schedules;

        Best(Project project, @Nullable Scheduled known) {
            this.project = project;
            this.known = known;
            schedule = known;
        }

        @Override
        public long run(Pacing.From from, Limits limits, SearchProgress progress) {
            long before = schedules;
            var begin = switch (from) {
                case KNOWN -> known;
                case BEST -> schedule;
            };
            switch (ProjectSearch.run(project, begin, limits, progress)) {
                case Scheduled made -> {
                    schedules += made.schedules();
                    schedule = schedule == null || made.makespan() <= schedule.makespan() ? made : schedule;
                }
                case Infeasible none -> infeasible = none;
                case NoneFound(var generated) -> schedules += generated;
            }
            return schedules - before;
        }

        @Override
        public boolean isSettled() {
            return infeasible != null || (schedule != null && schedule.isProven());
        }

        ProjectResult result() {
            if (infeasible != null) {
                return infeasible;
            }
            return schedule == null
                    ? new NoneFound(schedules)
                    : new Scheduled(
                            schedule.starts(), schedule.modes(), schedule.makespan(), schedule.bound(), schedules);
        }
    }
}
