package muster.rehearsal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.plan.TaskId;
import muster.run.ClaimEvent;
import muster.run.Event;

/// What the onlooker knows of attempts that were lost one after the other.
final class LossesSeen {
    /// So often a step may be lost before somebody is asked.
    private static final int MOST = 10;

    private final List<String> violations;
    private final Map<TaskId, Integer> inARow = new HashMap<>();

    LossesSeen(List<String> violations) {
        this.violations = violations;
    }

    void see(Event event) {
        switch (event) {
            case Event.AttemptLost e -> lost(e.task());
            case Event.AttemptSucceeded e -> inARow.remove(e.task());
            case Event.AttemptFailed e -> inARow.remove(e.task());
            case Event.DecisionAsked e -> inARow.remove(e.task());
            case Event.ManualDone e -> inARow.remove(e.task());
            case ClaimEvent.LeaseGranted _, ClaimEvent.LeaseExtended _ -> {}
            case ClaimEvent e -> inARow.remove(e.task());
            case Event _ -> {}
        }
    }

    /// True if the rules have to ask how to go on with the step.
    boolean mayAsk(TaskId task) {
        return inARow.getOrDefault(task, 0) == MOST;
    }

    private void lost(TaskId task) {
        if (inARow.merge(task, 1, Integer::sum) > MOST) {
            violations.add(task + " is lost again and again and nobody is asked");
        }
    }
}
