package muster.replanning;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import muster.plan.FactId;
import muster.plan.TaskId;
import muster.run.RunGate;
import muster.run.Step;

/// What waits for what among steps and gates that are left of a run. A fact that does not hold waits for all of them
/// that provide it; what none of them stands for is taken to be there.
final class RestOrder {
    private final Set<FactId> holding;
    private final Set<TaskId> there = new HashSet<>();
    private final Map<FactId, Set<TaskId>> providers = new HashMap<>();

    RestOrder(List<Step> steps, List<RunGate> gates, Set<FactId> holding) {
        this.holding = holding;
        gates.forEach(gate -> there.add(gate.id().amongTasks()));
        for (var step : steps) {
            there.add(step.id());
            step.provides()
                    .forEach(fact -> providers
                            .computeIfAbsent(fact, _ -> new TreeSet<>())
                            .add(step.id()));
        }
    }

    /// What a step waits for.
    List<TaskId> before(Step step) {
        var gates = step.gates().stream().map(gate -> gate.amongTasks());
        return among(step.id(), Stream.concat(step.needs().stream(), gates), step.requires());
    }

    /// What a gate waits for.
    List<TaskId> before(RunGate gate) {
        return among(gate.id().amongTasks(), gate.after().stream(), gate.requires());
    }

    private List<TaskId> among(TaskId id, Stream<TaskId> needs, List<FactId> facts) {
        var provided = facts.stream()
                .filter(fact -> !holding.contains(fact))
                .flatMap(fact -> providers.getOrDefault(fact, Set.of()).stream());
        return Stream.concat(needs, provided)
                .filter(there::contains)
                .filter(other -> !other.equals(id))
                .distinct()
                .toList();
    }
}
