package muster.rcpsp;

import muster.rcpsp.ProjectResult.Scheduled;
import org.jspecify.annotations.Nullable;

/// Something that looks for short schedules of a project: the memetic search ([ProjectSearch#run]), or a solver from
/// outside the core.
@FunctionalInterface
public interface ProjectSolver {

    /// The shortest schedule found within the limits.
    ///
    /// The result is no longer than what is known, and its bound no lower.
    ///
    /// @param known a schedule of this project found elsewhere, to begin with; null if there is none
    /// @param limits the solver returns soon after `stop` has come, even if it counts no schedules
    /// @param progress is told of better schedules and bounds, on the calling thread
    ProjectResult solve(Project project, @Nullable Scheduled known, Limits limits, SearchProgress progress);
}
