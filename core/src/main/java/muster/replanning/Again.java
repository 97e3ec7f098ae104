package muster.replanning;

import java.util.regex.Pattern;
import muster.plan.TaskId;
import muster.run.RunPlan;
import muster.run.Step;

/// Steps that do once more what a settled step did, under an id of their own, so that their effects are not taken for
/// those of the first time.
final class Again {
    private static final Pattern NAME = Pattern.compile("(.*)-again(-\\d+)?");

    private Again() {}

    /// The step whose work this one does again; the id itself if it is none of that kind.
    static TaskId original(TaskId id, RunPlan plan) {
        var name = NAME.matcher(id.value());
        if (!name.matches()) {
            return id;
        }
        var first = new TaskId(name.group(1));
        return plan.steps().stream().anyMatch(step -> step.id().equals(first)) ? first : id;
    }

    /// A free id for another go at the step.
    static TaskId next(TaskId of, RunPlan plan) {
        var ids = plan.steps().stream().map(Step::id).toList();
        var id = new TaskId(of + "-again");
        for (int go = 2; ids.contains(id); go++) {
            id = new TaskId(of + "-again-" + go);
        }
        return id;
    }
}
