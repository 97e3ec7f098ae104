package muster.planning;

import muster.plan.FactId;
import muster.plan.Gate;
import muster.plan.Phase;
import muster.plan.TaskId;

/// One thing that must be so before a task, a phase or a gate.
sealed interface Condition {
    /// The task is done.
    record Done(TaskId task) implements Condition {}

    /// The gate has been passed.
    record Passed(Gate gate) implements Condition {}

    /// All tasks of the phase are done, which a mark of its end says.
    record Ended(Phase phase) implements Condition {}

    /// The fact holds.
    record Holds(FactId fact) implements Condition {}
}
