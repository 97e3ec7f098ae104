package muster.run;

import muster.plan.GateId;
import muster.plan.ItemId;
import muster.plan.PhaseId;
import muster.plan.TaskId;

/// How what is in a plan within another is named in the run: `release.build` is the task `build` of the plan that the
/// task `release` is.
///
/// @param prefix before every name; empty for the whole plan
public record PartName(String prefix) {
    /// The whole plan.
    public static final PartName WHOLE = new PartName("");

    /// The plan that a task of the run is.
    public static PartName of(TaskId task) {
        return new PartName(task + ".");
    }

    /// True for the whole plan.
    public boolean isWhole() {
        return prefix.isEmpty();
    }

    /// The name in the run.
    public TaskId task(TaskId task) {
        return new TaskId(prefix + task);
    }

    /// The name in the run.
    public GateId gate(GateId gate) {
        return new GateId(prefix + gate);
    }

    /// The name in the run.
    public PhaseId phase(PhaseId phase) {
        return new PhaseId(prefix + phase);
    }

    /// The name in the run.
    public ItemId item(ItemId item) {
        return new ItemId(prefix + item);
    }
}
