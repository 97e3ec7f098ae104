package muster.yaml;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.plan.FactId;
import muster.plan.Gate;
import muster.plan.GateId;
import muster.plan.Mode;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Task;
import muster.plan.TaskId;

/// Loops whose end is waited for because a run lets nothing from outside begin after a step of a loop before the loop
/// has ended: neither a task that needs the step or requires what it provides, nor a gate after it, unless the gate
/// stands within the loop.
///
/// @param tasks by the tasks that wait
/// @param gates by the gates that wait
record LoopEnds(Map<TaskId, Set<PhaseId>> tasks, Map<GateId, Set<PhaseId>> gates) {

    static LoopEnds of(List<Phase> phases, List<Gate> gates) {
        var ends = new LoopEnds(new LinkedHashMap<>(), new LinkedHashMap<>());
        var loops = phases.stream().filter(phase -> phase.mode() == Mode.LOOP).toList();
        if (!loops.isEmpty()) {
            var within = new Within(loops);
            phases.forEach(phase -> phase.tasks().forEach(task -> ends.add(within, phase, task)));
            gates.forEach(gate -> ends.add(within, gate));
        }
        return ends;
    }

    private void add(Within within, Phase phase, Task task) {
        var awaited = new HashSet<PhaseId>();
        task.predecessors().forEach(need -> awaited.addAll(within.loop(need)));
        task.requires().forEach(fact -> awaited.addAll(within.providing(fact)));
        awaited.remove(phase.id());
        if (!awaited.isEmpty()) {
            tasks.put(task.id(), awaited);
        }
    }

    private void add(Within within, Gate gate) {
        var awaited = new HashSet<PhaseId>();
        gate.after().forEach(task -> awaited.addAll(within.loop(task)));
        gate.guards().forEach(task -> awaited.removeAll(within.loop(task)));
        if (!awaited.isEmpty()) {
            gates.put(gate.id(), awaited);
        }
    }

    /// What lies in loops.
    private static final class Within {
        private final Map<TaskId, Set<PhaseId>> loops = new HashMap<>();
        private final Map<FactId, Set<PhaseId>> provided = new HashMap<>();

        Within(Collection<Phase> all) {
            for (var loop : all) {
                for (var task : loop.tasks()) {
                    loops.put(task.id(), Set.of(loop.id()));
                    task.provides().forEach(fact -> provide(fact, loop));
                    provide(task.done(), loop);
                }
            }
        }

        private void provide(FactId fact, Phase loop) {
            provided.computeIfAbsent(fact, _ -> new HashSet<>()).add(loop.id());
        }

        Set<PhaseId> loop(TaskId task) {
            return loops.getOrDefault(task, Set.of());
        }

        Set<PhaseId> providing(FactId fact) {
            return provided.getOrDefault(fact, Set.of());
        }
    }
}
