package muster.solver;

import com.google.ortools.sat.CpSolver;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import muster.rcpsp.Limits;
import muster.rcpsp.Project;
import muster.rcpsp.ProjectCheck;
import muster.rcpsp.ProjectResult;
import muster.rcpsp.ProjectResult.Scheduled;
import muster.rcpsp.ProjectSolver;
import muster.rcpsp.SearchProgress;
import org.jspecify.annotations.Nullable;

/// Constraint programming with clause learning ([CP-SAT](https://developers.google.com/optimization/cp/cp_solver)):
/// proves what is shortest or impossible where the search of [muster.rcpsp] only finds. Of the limits, the threads are
/// its workers, and equal seeds give equal outcomes only with one worker and no stop; it generates no schedules that
/// could be counted.
public final class CpSat implements ProjectSolver {
    /// Rounding of a bound that CP-SAT states as a number with a fraction.
    static final double ROUNDING = 1e-6;

    private CpSat() {}

    /// Loads the native library, on the first call in a process.
    ///
    /// @param cache the folder in which it is unpacked, once, about 70 MB; created if it is not there
    public static Provision provide(Path cache) {
        var reason = NativeLibrary.load(cache);
        return reason == null ? new Provision.Ready(new CpSat()) : new Provision.Unavailable(reason);
    }

    @Override
    public ProjectResult solve(Project project, @Nullable Scheduled known, Limits limits, SearchProgress progress) {
        int size = project.activities().size();
        if (size == 0) {
            return new Scheduled(List.of(), List.of(), 0, 0, 0);
        }
        if (known != null && (known.isProven() || limits.stop().getAsBoolean())) {
            return known;
        }
        var windows = new Windows(project, known == null ? project.horizon() : known.makespan());
        var homeless = IntStream.range(0, size)
                .filter(activity -> windows.modes(activity).isEmpty())
                .findFirst();
        if (homeless.isPresent()) {
            return new ProjectResult.Infeasible(
                    "activity " + (homeless.getAsInt() + 1) + " asks for more of a renewable resource than there is");
        }
        var model = new ProjectModel(project, windows, known == null ? 0 : known.bound());
        if (known != null) {
            model.hint(known);
        }
        return checked(project, answer(model, known, limits, progress));
    }

    private static ProjectResult answer(
            ProjectModel model, @Nullable Scheduled known, Limits limits, SearchProgress progress) {
        var solver = solver(limits);
        return switch (Watch.solve(solver, model.model, limits.stop(), progress)) {
            case OPTIMAL, FEASIBLE -> model.schedule(solver::value, bound(solver));
            case UNKNOWN ->
                known == null
                        ? new ProjectResult.NoneFound(0)
                        : new Scheduled(
                                known.starts(),
                                known.modes(),
                                known.makespan(),
                                Math.clamp(bound(solver), known.bound(), known.makespan()),
                                0);
            case INFEASIBLE ->
                new ProjectResult.Infeasible("no choice of modes gets along with the nonrenewable resources");
            case MODEL_INVALID, UNRECOGNIZED ->
                throw new IllegalStateException("CP-SAT does not take the model: " + model.model.validate());
        };
    }

    private static int bound(CpSolver solver) {
        return (int) Math.ceil(solver.bestObjectiveBound() - ROUNDING);
    }

    private static ProjectResult checked(Project project, ProjectResult result) {
        if (result instanceof Scheduled made) {
            var faults = ProjectCheck.faults(project, made.starts(), made.modes(), made.makespan());
            if (!faults.isEmpty()) {
                throw new IllegalStateException("CP-SAT made a schedule that breaks rules: " + faults);
            }
        }
        return result;
    }

    private static CpSolver solver(Limits limits) {
        var solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(limits.threads())
                .setRandomSeed((int) (limits.seed() & Integer.MAX_VALUE))
                .setCatchSigintSignal(false);
        return solver;
    }
}
