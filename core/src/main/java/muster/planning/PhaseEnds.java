package muster.planning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.Estimate;
import muster.plan.FactId;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Plan;
import muster.plan.Task;
import muster.plan.TaskId;

/// The phases whose end is marked by an item of its own: a phase that needs another waits for it task by task, which
/// grows with the product of both; past a number of links, one mark that waits for all tasks of the one stands before
/// all tasks of the other.
public final class PhaseEnds {
    /// Links between two phases from which on a mark stands for them; below, people see which task they wait for.
    private static final int MANY_LINKS = 1_000;

    private final Map<PhaseId, Phase> marked;

    private PhaseEnds(Map<PhaseId, Phase> marked) {
        this.marked = marked;
    }

    /// No end is marked.
    static final PhaseEnds NONE = new PhaseEnds(Map.of());

    /// The mark of a phase's end, in schedules as in simulations.
    public static TaskId id(Phase phase) {
        return new TaskId("end:" + phase.id());
    }

    static PhaseEnds of(Plan plan) {
        var phases = byId(plan);
        var marked = new LinkedHashMap<PhaseId, Phase>();
        Set<TaskId> taken = plan.tasks().stream().map(Task::id).collect(Collectors.toSet());
        for (var phase : plan.phases()) {
            needed(phase.needs(), phases)
                    .filter(need -> (long) need.tasks().size() * phase.tasks().size() >= MANY_LINKS)
                    .filter(need -> !taken.contains(id(need)))
                    .forEach(need -> marked.put(need.id(), need));
        }
        return new PhaseEnds(marked);
    }

    static Map<PhaseId, Phase> byId(Plan plan) {
        return plan.phases().stream().collect(Collectors.toMap(Phase::id, phase -> phase));
    }

    /// Phases with tasks; a needed phase without tasks passes on what it needs itself.
    static Stream<Phase> needed(List<PhaseId> needs, Map<PhaseId, Phase> phases) {
        return needs.stream()
                .flatMap(need -> Stream.ofNullable(phases.get(need)))
                .flatMap(phase -> phase.tasks().isEmpty() ? needed(phase.needs(), phases) : Stream.of(phase));
    }

    /// What holds once a phase is done: its end, or that each of its tasks is done.
    Set<FactId> done(Phase phase) {
        return marked.containsKey(phase.id())
                ? Set.of(new FactId("ended:" + phase.id()))
                : phase.tasks().stream().map(Task::done).collect(Collectors.toCollection(TreeSet::new));
    }

    /// The marks as actions that take no time and that nobody has to do.
    Stream<GroundAction> actions() {
        return marked.values().stream()
                .map(phase -> new GroundAction(
                        id(phase),
                        "End of " + phase.title(),
                        phase.tasks().stream().map(Task::done).collect(Collectors.toSet()),
                        done(phase),
                        Set.of(),
                        Cost.ZERO,
                        Estimate.ZERO,
                        List.of()));
    }
}
