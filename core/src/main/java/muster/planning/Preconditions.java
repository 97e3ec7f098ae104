package muster.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import muster.plan.FactId;
import muster.plan.Gate;
import muster.plan.Mode;
import muster.plan.Need;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Plan;
import muster.plan.Task;
import muster.plan.TaskId;

/// What must be so before each task, phase and gate of a plan, as conditions and as facts. A required expectation that
/// names no phase stands off the way of every phase, as in the audit; a workaround does not replace an expectation,
/// since only a waiver may do that.
final class Preconditions {
    private final Map<TaskId, FactId> doneFacts = new HashMap<>();
    private final Map<PhaseId, List<Condition>> ofPhases = new HashMap<>();

    /// What each task waits for beyond what stands in itself: its turn in a sequential phase, gates and hand-offs.
    private final Map<TaskId, List<Condition>> further = new HashMap<>();

    Preconditions(Plan plan) {
        this(plan, PhaseEnds.NONE);
    }

    /// @param ends stand for all tasks of their phases
    Preconditions(Plan plan, PhaseEnds ends) {
        var phases = PhaseEnds.byId(plan);
        for (var expectation : plan.expectations()) {
            if (expectation.need() == Need.REQUIRED) {
                expectation.phases().forEach(phase -> ofPhase(phase).add(new Condition.Holds(expectation.fact())));
            }
        }
        for (var phase : plan.phases()) {
            PhaseEnds.needed(phase.needs(), phases)
                    .forEach(need -> ofPhase(phase.id()).addAll(ends.complete(need)));
            if (phase.mode() == Mode.SEQUENTIAL) {
                inOrder(phase);
            }
        }
        for (var gate : plan.coordination().gates()) {
            gate.guards().forEach(task -> further(task, new Condition.Passed(gate)));
        }
        plan.coordination().handOffs().stream()
                .filter(handOff -> handOff.before() != null && handOff.after() != null)
                .forEach(handOff -> further(handOff.before(), new Condition.Done(handOff.after())));
    }

    private List<Condition> ofPhase(PhaseId phase) {
        return ofPhases.computeIfAbsent(phase, _ -> new ArrayList<>());
    }

    private void inOrder(Phase phase) {
        for (int index = 1; index < phase.tasks().size(); index++) {
            var before = phase.tasks().get(index - 1).id();
            further(phase.tasks().get(index).id(), new Condition.Done(before));
        }
    }

    private void further(TaskId task, Condition condition) {
        further.computeIfAbsent(task, _ -> new ArrayList<>()).add(condition);
    }

    /// Everything that a task of the phase waits for; some of it may come twice.
    void each(Task task, Phase phase, Consumer<Condition> out) {
        ofPhases.getOrDefault(phase.id(), List.of()).forEach(out);
        for (var fact : task.requires()) {
            out.accept(new Condition.Holds(fact));
        }
        task.predecessors().forEach(need -> out.accept(new Condition.Done(need)));
        further.getOrDefault(task.id(), List.of()).forEach(out);
    }

    /// True if a task of the phase, which can be done in one way, waits for nothing but what it needs.
    boolean areOnlyNeeds(Task task, Phase phase) {
        return task.requires().isEmpty()
                && task.timing().links().isEmpty()
                && task.timing().modes().isEmpty()
                && !ofPhases.containsKey(phase.id())
                && !further.containsKey(task.id());
    }

    /// What the phase as a whole waits for: what it requires and the tasks of the phases it needs.
    Set<FactId> of(Phase phase) {
        var facts = new TreeSet<FactId>();
        ofPhases.getOrDefault(phase.id(), List.of()).forEach(condition -> facts.add(fact(condition)));
        return facts;
    }

    Set<FactId> of(Gate gate) {
        var facts = new TreeSet<FactId>();
        gate.after().forEach(task -> facts.add(done(task)));
        return facts;
    }

    Set<FactId> of(Task task, Phase phase) {
        var facts = new TreeSet<FactId>();
        each(task, phase, condition -> facts.add(fact(condition)));
        return facts;
    }

    /// The fact that holds once the condition is met.
    FactId fact(Condition condition) {
        return switch (condition) {
            case Condition.Done(var task) -> done(task);
            case Condition.Passed(var gate) -> Remedies.passed(gate.id());
            case Condition.Ended(var phase) -> PhaseEnds.ended(phase);
            case Condition.Holds(var fact) -> fact;
        };
    }

    /// One object for all who wait for the task.
    private FactId done(TaskId task) {
        return doneFacts.computeIfAbsent(task, _ -> new FactId("done:" + task));
    }
}
