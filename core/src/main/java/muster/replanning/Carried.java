package muster.replanning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.Plan;
import muster.plan.Remedy;
import muster.plan.TaskId;
import muster.run.RunPlan;
import muster.run.RunState;
import muster.run.Step;

/// What planning again has added to a run: remedies, and work that is done once more. No plan file lays them out as
/// steps, so they are carried over when a run goes on by an edited one.
public final class Carried {
    private Carried() {}

    /// The run of an edited plan file with what was added to the run before, and what waits for that.
    public static RunPlan into(RunPlan next, RunState state, Plan plan) {
        var written = next.steps().stream().map(Step::id).collect(Collectors.toSet());
        var remedies = plan.expectations().stream()
                .flatMap(expectation -> expectation.remedies().stream())
                .map(Remedy::id)
                .collect(Collectors.toSet());
        var carried = state.plan().steps().stream()
                .filter(step -> !written.contains(step.id()))
                .filter(step -> remedies.contains(step.id())
                        || !Again.original(step.id(), state.plan()).equals(step.id()))
                .toList();
        if (carried.isEmpty()) {
            return next;
        }
        var added = carried.stream().map(Step::id).collect(Collectors.toSet());
        var there = Stream.concat(written.stream(), added.stream()).collect(Collectors.toSet());
        var steps = new ArrayList<Step>();
        next.steps().forEach(step -> steps.add(step.needing(waiting(step, state, added))));
        carried.forEach(step -> steps.add(
                step.needing(step.needs().stream().filter(there::contains).toList())));
        return new RunPlan(next.id(), steps, next.gates(), next.team(), next.loops(), next.budgets());
    }

    private static List<TaskId> waiting(Step step, RunState state, Set<TaskId> added) {
        var needs = new LinkedHashSet<>(step.needs());
        state.plan().steps().stream()
                .filter(before -> before.id().equals(step.id()))
                .flatMap(before -> before.needs().stream())
                .filter(added::contains)
                .forEach(needs::add);
        return List.copyOf(needs);
    }
}
