package muster.engines;

import java.util.Map;
import muster.plan.AgentId;
import muster.run.RunState;
import muster.run.Step;
import muster.run.StepState;

/// Whether the owners of a step have room for it: each can be at so many steps of the run at one time.
record Room(Map<AgentId, Integer> capacity) {

    boolean has(RunState state, Step step) {
        return step.owners().stream().allMatch(owner -> busyWith(state, owner) < capacity.getOrDefault(owner, 1));
    }

    private static long busyWith(RunState state, AgentId agent) {
        return state.plan().steps().stream()
                .filter(step -> state.step(step.id()) instanceof StepState.Running)
                .filter(step -> step.owners().contains(agent))
                .count();
    }
}
