package muster.run;

import java.util.List;
import muster.plan.LoopRule;
import muster.plan.PhaseId;
import muster.plan.TaskId;

/// Steps that are done again, all of them, until the rule ends it. What waits for one of them from outside waits
/// for the end of the loop.
///
/// @param steps at least one
public record RunLoop(PhaseId id, String title, List<TaskId> steps, LoopRule rule) {
    public RunLoop {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("loop " + id + " has no steps");
        }
    }
}
