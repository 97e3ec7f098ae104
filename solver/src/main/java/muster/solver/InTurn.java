package muster.solver;

import java.util.function.DoubleSupplier;
import muster.rcpsp.Limits;
import muster.rcpsp.Project;
import muster.rcpsp.ProjectResult;
import muster.rcpsp.ProjectResult.Infeasible;
import muster.rcpsp.ProjectResult.NoneFound;
import muster.rcpsp.ProjectResult.Scheduled;
import muster.rcpsp.ProjectSolver;
import muster.rcpsp.SearchProgress;
import org.jspecify.annotations.Nullable;

/// A search and a prover in turn, each beginning with what the other has found: the prover first, since small projects
/// are proven before a search has warmed up; then the search; then the prover, for a proof or a better bound.
///
/// @param spent how much of what may be used has been used, 0 to 1; the limits' own stop signal comes at 1 or before
public record InTurn(ProjectSolver search, ProjectSolver prover, DoubleSupplier spent) implements ProjectSolver {
    /// Shares of the budget at which the turns end; see the decision record for the measurement.
    private static final double FIRST_PROOF = 0.1;

    /// The share at which the search's turn ends.
    public static final double SEARCH = 0.7;

    @Override
    public ProjectResult solve(Project project, @Nullable Scheduled known, Limits limits, SearchProgress progress) {
        var proof = prover.solve(project, known, until(FIRST_PROOF, limits), progress);
        if (isSettled(proof)) {
            return proof;
        }
        var found = search.solve(project, schedule(proof), until(SEARCH, limits), progress);
        if (isSettled(found)) {
            return found;
        }
        var last = prover.solve(project, schedule(found), limits, progress);
        return counting(last, schedules(found));
    }

    private Limits until(double share, Limits limits) {
        return new Limits(
                limits.schedules(),
                limits.seed(),
                limits.threads(),
                () -> spent.getAsDouble() >= share || limits.stop().getAsBoolean());
    }

    private static boolean isSettled(ProjectResult result) {
        return switch (result) {
            case Scheduled scheduled -> scheduled.isProven();
            case Infeasible _ -> true;
            case NoneFound _ -> false;
        };
    }

    private static @Nullable Scheduled schedule(ProjectResult result) {
        return result instanceof Scheduled scheduled ? scheduled : null;
    }

    private static long schedules(ProjectResult result) {
        return switch (result) {
            case Scheduled scheduled -> scheduled.schedules();
            case Infeasible _ -> 0;
            case NoneFound none -> none.schedules();
        };
    }

    private static ProjectResult counting(ProjectResult result, long schedules) {
        return switch (result) {
            case Scheduled made -> new Scheduled(made.starts(), made.modes(), made.makespan(), made.bound(), schedules);
            case Infeasible infeasible -> infeasible;
            case NoneFound _ -> new NoneFound(schedules);
        };
    }
}
