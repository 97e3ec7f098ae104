package muster.rehearsal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.plan.TaskId;
import muster.run.ClaimEvent;
import muster.run.Event;

/// What the onlooker knows of attempts that ended without a word, one after the other.
final class LossesSeen {
    /// So often a step may be lost before somebody is asked.
    private static final int MOST = 10;

    private final List<String> violations;
    private final Map<TaskId, Integer> inARow = new HashMap<>();
    private final Set<TaskId> boxesOver = new HashSet<>();

    LossesSeen(List<String> violations) {
        this.violations = violations;
    }

    void see(Event event) {
        switch (event) {
            case Event.AttemptLost e -> lost(e.task());
            case Event.AttemptSucceeded e -> inARow.remove(e.task());
            case Event.AttemptFailed e -> inARow.remove(e.task());
            case Event.DecisionAsked e -> {
                inARow.remove(e.task());
                boxesOver.remove(e.task());
            }
            case Event.ManualDone e -> inARow.remove(e.task());
            case ClaimEvent.LeaseGranted _, ClaimEvent.LeaseExtended _ -> {}
            case ClaimEvent.PartEnded e -> parted(e);
            case ClaimEvent e -> inARow.remove(e.task());
            case Event _ -> {}
        }
    }

    /// True if the rules have to ask how to go on with the step.
    boolean mayAsk(TaskId task) {
        return inARow.getOrDefault(task, 0) == MOST || boxesOver.contains(task);
    }

    private void parted(ClaimEvent.PartEnded event) {
        inARow.remove(event.task());
        if (event.part() == event.of()) {
            boxesOver.add(event.task());
        }
    }

    private void lost(TaskId task) {
        if (inARow.merge(task, 1, Integer::sum) > MOST) {
            violations.add(task + " is lost again and again and nobody is asked");
        }
    }
}
