package muster.run;

import java.util.AbstractList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// The steps of a plan, each found by its id and by what it waits for.
final class Steps extends AbstractList<Step> implements RandomAccess {
    private final List<Step> steps;
    private final Map<TaskId, Integer> places;
    private final NeedingSteps needing;
    private final Map<FactId, Set<TaskId>> requiring = new HashMap<>();
    private final Map<GateId, Set<TaskId>> behind = new HashMap<>();
    private final Map<TaskId, Set<GateId>> gatesAfter = new HashMap<>();
    private final Map<FactId, Set<GateId>> gatesRequiring = new HashMap<>();
    private final Map<TaskId, RunLoop> loopOf = new HashMap<>();
    private final Map<FactId, Set<RunLoop>> loopsProviding = new HashMap<>();

    Steps(List<Step> steps, List<RunGate> gates, List<RunLoop> loops) {
        this.steps = List.copyOf(steps);
        places = HashMap.newHashMap(steps.size());
        for (var step : this.steps) {
            if (places.put(step.id(), places.size()) != null) {
                throw new IllegalArgumentException(step.id() + " occurs twice in the run's plan");
            }
        }
        needing = new NeedingSteps(this.steps, places);
        for (var step : this.steps) {
            step.requires().forEach(fact -> add(requiring, fact, step.id()));
            step.gates().forEach(gate -> add(behind, gate, step.id()));
        }
        for (var gate : gates) {
            gate.after().forEach(task -> add(gatesAfter, task, gate.id()));
            gate.requires().forEach(fact -> add(gatesRequiring, fact, gate.id()));
        }
        loops.forEach(this::index);
    }

    private void index(RunLoop loop) {
        for (var task : loop.steps()) {
            loopOf.put(task, loop);
            var step = get(task);
            if (step != null) {
                step.provides().forEach(fact -> add(loopsProviding, fact, loop));
                add(loopsProviding, step.done(), loop);
            }
        }
    }

    @Nullable
    Step get(TaskId task) {
        var place = places.get(task);
        return place == null ? null : steps.get(place);
    }

    /// The steps of these ids, in the order of the plan.
    List<Step> inOrder(Collection<TaskId> tasks) {
        return tasks.size() < 2
                ? tasks.stream().map(places::get).map(steps::get).toList()
                : tasks.stream().map(places::get).sorted().map(steps::get).toList();
    }

    boolean has(TaskId task) {
        return places.containsKey(task);
    }

    List<TaskId> needing(TaskId task) {
        var place = places.get(task);
        return place == null
                ? List.of()
                : needing.of(place).mapToObj(each -> steps.get(each).id()).toList();
    }

    Set<TaskId> requiring(FactId fact) {
        return requiring.getOrDefault(fact, Set.of());
    }

    Set<TaskId> behind(GateId gate) {
        return behind.getOrDefault(gate, Set.of());
    }

    Set<GateId> gatesAfter(TaskId task) {
        return gatesAfter.getOrDefault(task, Set.of());
    }

    Set<GateId> gatesRequiring(FactId fact) {
        return gatesRequiring.getOrDefault(fact, Set.of());
    }

    @Nullable
    RunLoop loopOf(TaskId task) {
        return loopOf.get(task);
    }

    /// The loops of which a step provides the fact.
    Set<RunLoop> loopsProviding(FactId fact) {
        return loopsProviding.getOrDefault(fact, Set.of());
    }

    @Override
    public Step get(int place) {
        return steps.get(place);
    }

    @Override
    public int size() {
        return steps.size();
    }

    private static <K, V> void add(Map<K, Set<V>> map, K key, V value) {
        map.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(value);
    }
}
