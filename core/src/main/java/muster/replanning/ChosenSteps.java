package muster.replanning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import muster.plan.Expectation;
import muster.plan.GateId;
import muster.plan.Plan;
import muster.plan.Remedy;
import muster.plan.Task;
import muster.plan.TaskId;
import muster.run.RunPlan;
import muster.run.Step;
import muster.run.TaskTerms;

/// Tasks and remedies of a plan as steps of a run.
public final class ChosenSteps {
    /// Attempts after the first that a remedy gets; it is proved by its own probe, so trying again is safe.
    private static final int REMEDY_RETRIES = 1;

    private final Plan plan;
    private final Map<TaskId, Task> tasks = new HashMap<>();
    private final Map<TaskId, Remedy> remedies = new HashMap<>();
    private final Map<TaskId, List<Expectation>> met = new HashMap<>();
    private final TaskTerms terms;

    /// Those of this plan, on these terms.
    public ChosenSteps(Plan plan, TaskTerms terms) {
        this.plan = plan;
        this.terms = terms;
        plan.tasks().forEach(task -> tasks.put(task.id(), task));
        for (var expectation : plan.expectations()) {
            for (var remedy : expectation.remedies()) {
                remedies.put(remedy.id(), remedy);
                met.computeIfAbsent(remedy.id(), _ -> new ArrayList<>()).add(expectation);
            }
        }
    }

    /// True if there is a task or remedy of this id.
    public boolean contains(TaskId id) {
        return tasks.containsKey(id) || remedies.containsKey(id);
    }

    /// The step of a task or remedy that waits for these.
    public Step of(TaskId id, List<TaskId> needs, List<GateId> gates) {
        var task = tasks.get(id);
        return task == null ? remedy(Objects.requireNonNull(remedies.get(id)), needs, gates) : task(task, needs, gates);
    }

    private Step task(Task task, List<TaskId> needs, List<GateId> gates) {
        return new Step(
                task.id(),
                task.title(),
                task.owners(),
                task.action(),
                needs,
                RunPlan.requires(task, plan.coordination()),
                task.provides(),
                gates,
                task.retries(),
                task.compensation(),
                terms.of(task));
    }

    private Step remedy(Remedy remedy, List<TaskId> needs, List<GateId> gates) {
        var meets = met.getOrDefault(remedy.id(), List.of());
        return new Step(
                remedy.id(),
                remedy.title(),
                List.of(remedy.owner()),
                remedy.action(),
                needs,
                remedy.requires(),
                meets.stream().map(Expectation::fact).toList(),
                gates,
                REMEDY_RETRIES,
                null,
                terms.of(meets));
    }
}
