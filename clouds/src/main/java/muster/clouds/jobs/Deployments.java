package muster.clouds.jobs;

import java.util.List;
import muster.clouds.calls.Unanswered;
import org.jspecify.annotations.Nullable;

/// A service that runs jobs.
interface Deployments {

    /// What keeps the job from running, empty if nothing does. A job that is not deployed is [Unanswered] as absent.
    String hindrance(String job) throws Unanswered, InterruptedException;

    /// Its runs, from every page, in any order.
    List<JobRun> runs(String job) throws Unanswered, InterruptedException;

    /// What the run has left.
    ///
    /// @param wanted what it must have written, none if anything will do
    Output output(JobRun run, @Nullable String wanted) throws Unanswered, InterruptedException;
}
