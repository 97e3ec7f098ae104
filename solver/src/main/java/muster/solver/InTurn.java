package muster.solver;

import java.util.function.DoubleSupplier;
import java.util.function.Function;
import muster.rcpsp.Decoding;
import muster.rcpsp.Limits;
import muster.rcpsp.Project;
import muster.rcpsp.ProjectResult;
import muster.rcpsp.ProjectResult.Infeasible;
import muster.rcpsp.ProjectResult.NoneFound;
import muster.rcpsp.ProjectResult.Scheduled;
import muster.rcpsp.ProjectSolver;
import muster.rcpsp.SearchProgress;
import org.jspecify.annotations.Nullable;

/// A search and a prover in turn: the prover first, since small projects, and those with modes, are proven before a
/// search has warmed up; then the search; then the prover again, from the best of both, for a proof or a better bound.
///
/// The search does not begin with what the prover found: one good member would rule its population too soon.
///
/// @param search is made for its turn, of which it is told the share that has been used, 0 to 1
/// @param spent how much of what may be used has been used, 0 to 1; the limits' own stop signal comes at 1 or before
public record InTurn(Function<DoubleSupplier, ProjectSolver> search, ProjectSolver prover, DoubleSupplier spent)
        implements ProjectSolver {

    /// Shares of the budget at which turns end; measured, see decision record 24.
    private record Turns(double proof, double search) {
        private static final Turns SINGLE_MODES = new Turns(0.1, 0.9);

        private static final Turns MODES = new Turns(0.6, 0.8);
    }

    /// Progress that never goes back when a turn begins.
    private static final class Together implements SearchProgress {
        private final SearchProgress progress;
        private long schedules;
        private long value = Decoding.INFEASIBLE;
        private long bound;

        Together(SearchProgress progress) {
            this.progress = progress;
        }

        @Override
        public void at(long schedules, long value, long bound) {
            this.schedules = Math.max(this.schedules, schedules);
            this.value = Math.min(this.value, value);
            this.bound = Math.max(this.bound, bound);
            progress.at(this.schedules, this.value, this.bound);
        }
    }

    @Override
    public ProjectResult solve(Project project, @Nullable Scheduled known, Limits limits, SearchProgress progress) {
        var together = new Together(progress);
        var turns = project.hasSingleModes() ? Turns.SINGLE_MODES : Turns.MODES;
        var proof = prover.solve(project, known, until(turns.proof(), limits), together);
        if (isSettled(proof)) {
            return proof;
        }
        double begin = spent.getAsDouble();
        double length = Math.max(turns.search() - begin, Double.MIN_NORMAL);
        DoubleSupplier turn = () -> Math.min(1, (spent.getAsDouble() - begin) / length);
        var found = search.apply(turn).solve(project, known, until(turns.search(), limits), together);
        var best = better(proof, found);
        if (isSettled(best)) {
            return best;
        }
        var last = prover.solve(project, schedule(best), limits, together);
        return counting(last, schedules(found));
    }

    /// The shorter schedule with the higher bound; what the search counted.
    private static ProjectResult better(ProjectResult proof, ProjectResult found) {
        if (!(proof instanceof Scheduled one) || !(found instanceof Scheduled other)) {
            return proof instanceof Scheduled ? counting(proof, schedules(found)) : found;
        }
        var best = one.makespan() < other.makespan() ? one : other;
        return new Scheduled(
                best.starts(), best.modes(), best.makespan(), Math.max(one.bound(), other.bound()), other.schedules());
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
