package muster.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import muster.plan.FactId;
import muster.plan.Gate;
import muster.plan.LinkKind;
import muster.plan.Mode;
import muster.plan.Need;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Plan;
import muster.plan.Task;
import muster.plan.TaskId;

/// What must hold before each task, phase and gate of a plan, as facts. A required expectation that names no phase
/// stands off the way of every phase, as in the audit; a workaround does not replace an expectation, since only a
/// waiver may do that.
final class Preconditions {
    private final Plan plan;
    private final PhaseEnds ends;
    private final Map<PhaseId, Phase> phases;
    private final Map<TaskId, FactId> doneFacts = new HashMap<>();
    private final Map<PhaseId, Set<FactId>> ofPhases = new HashMap<>();

    /// What each task waits for beyond what stands in itself: its turn in a sequential phase, gates and hand-offs.
    private final Map<TaskId, List<FactId>> further = new HashMap<>();

    Preconditions(Plan plan) {
        this(plan, PhaseEnds.NONE);
    }

    /// @param ends stand for all tasks of their phases
    Preconditions(Plan plan, PhaseEnds ends) {
        this.plan = plan;
        this.ends = ends;
        this.phases = PhaseEnds.byId(plan);
        plan.phases().forEach(phase -> ofPhases.put(phase.id(), ofPhase(phase)));
        plan.phases().stream().filter(phase -> phase.mode() == Mode.SEQUENTIAL).forEach(this::inOrder);
        for (var gate : plan.coordination().gates()) {
            gate.guards().forEach(task -> further(task, Remedies.passed(gate.id())));
        }
        plan.coordination().handOffs().stream()
                .filter(handOff -> handOff.before() != null && handOff.after() != null)
                .forEach(handOff -> further(handOff.before(), done(handOff.after())));
    }

    private void inOrder(Phase phase) {
        for (int index = 1; index < phase.tasks().size(); index++) {
            further(phase.tasks().get(index).id(), phase.tasks().get(index - 1).done());
        }
    }

    private void further(TaskId task, FactId fact) {
        further.computeIfAbsent(task, _ -> new ArrayList<>()).add(fact);
    }

    /// What the phase as a whole waits for: what it requires and the tasks of the phases it needs.
    Set<FactId> of(Phase phase) {
        return ofPhases.getOrDefault(phase.id(), Set.of());
    }

    Set<FactId> of(Gate gate) {
        return done(gate.after());
    }

    Set<FactId> of(Task task, Phase phase) {
        var facts = new TreeSet<>(of(phase));
        facts.addAll(task.requires());
        task.needs().forEach(need -> facts.add(done(need)));
        task.timing().links().stream()
                .filter(link -> link.kind() == LinkKind.FINISH_TO_START)
                .filter(link -> !link.lag().time().isNegative())
                .forEach(link -> facts.add(done(link.after())));
        facts.addAll(further.getOrDefault(task.id(), List.of()));
        return facts;
    }

    private Set<FactId> ofPhase(Phase phase) {
        var facts = new TreeSet<FactId>();
        plan.expectations().stream()
                .filter(expectation -> expectation.need() == Need.REQUIRED)
                .filter(expectation -> expectation.phases().contains(phase.id()))
                .forEach(expectation -> facts.add(expectation.fact()));
        PhaseEnds.needed(phase.needs(), phases).forEach(need -> facts.addAll(ends.done(need)));
        return facts;
    }

    private Set<FactId> done(Collection<TaskId> tasks) {
        var facts = new TreeSet<FactId>();
        tasks.forEach(task -> facts.add(done(task)));
        return facts;
    }

    /// One object for all who wait for the task.
    private FactId done(TaskId task) {
        return doneFacts.computeIfAbsent(task, _ -> new FactId("done:" + task));
    }
}
