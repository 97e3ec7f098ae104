package muster.engines;

import muster.plan.TaskId;
import muster.run.RunId;

/// Is told how steps come along. Called from many threads; nothing it does changes the run.
@FunctionalInterface
public interface Progress {
    /// Nobody is told.
    Progress NONE = (_, _) -> {};

    /// A step of a run came to a share.
    void at(RunId run, Mark mark);

    /// How far a step is.
    ///
    /// @param share 0 to 1
    record Mark(TaskId task, double share, String text) {}
}
