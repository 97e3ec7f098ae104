package muster.risk;

import java.util.List;
import muster.plan.Repeat;
import muster.plan.TaskId;

/// A decision after which work is done again, or not.
///
/// @param decision the activity that decides; it is done again too
/// @param body what is done again, in its own logic; nothing in it comes after the decision
public record Repetition(TaskId decision, String title, List<TaskId> body, Repeat repeat) {
    public Repetition {
        body = List.copyOf(body);
    }
}
