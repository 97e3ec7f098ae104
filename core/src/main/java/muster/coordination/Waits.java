package muster.coordination;

import java.util.ArrayList;
import java.util.List;
import muster.plan.AgentId;
import muster.plan.TaskId;
import muster.run.Step;
import muster.run.StepState;

/// Who waits for whom on this day.
final class Waits {
    private Waits() {}

    /// One agent waits for another.
    record Wait(AgentId waiting, AgentId waitedFor, String why) {}

    /// Dependencies between agents that are live: the work waited for is under way, ready or asks, or it is done
    /// and its hand-off is not accepted. What waits for work that nobody can begin is not of this day.
    static List<Wait> of(CoordinationState state) {
        var waits = new ArrayList<Wait>();
        for (var step : state.run().plan().steps()) {
            if (state.run().step(step.id()) instanceof StepState.Waiting) {
                step.needs().forEach(need -> between(state, step, need, waits));
            }
        }
        handOffs(state, waits);
        return waits;
    }

    private static void between(CoordinationState state, Step step, TaskId need, List<Wait> waits) {
        if (!state.run().step(need).inHand()) {
            return;
        }
        for (var owner : step.owners()) {
            state.run().plan().step(need).owners().stream()
                    .filter(other -> !other.equals(owner))
                    .forEach(other -> waits.add(new Wait(owner, other, step.id() + " waits for " + need)));
        }
    }

    private static void handOffs(CoordinationState state, List<Wait> waits) {
        for (var owed : HandOffRules.owed(state)) {
            var after = owed.after() == null ? null : state.run().steps().get(owed.after());
            if (after == null || after.inHand() || after instanceof StepState.Done) {
                waits.add(new Wait(owed.to(), owed.from(), "hand-off " + owed.id() + " is not accepted"));
            }
        }
        state.handOffs().forEach((id, handOff) -> {
            if (handOff instanceof HandOffState.Offered(var note, var _)) {
                waits.add(new Wait(note.from(), note.to(), id + " is offered and not answered"));
            }
        });
    }
}
