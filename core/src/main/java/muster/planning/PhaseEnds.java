package muster.planning;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final String MARK = "end:";

    private final Map<PhaseId, Phase> marked;

    private PhaseEnds(Map<PhaseId, Phase> marked) {
        this.marked = marked;
    }

    /// No end is marked.
    static final PhaseEnds NONE = new PhaseEnds(Map.of());

    /// The mark of a phase's end, in schedules as in simulations.
    public static TaskId id(Phase phase) {
        return new TaskId(MARK + phase.id());
    }

    /// True if an item of that name marks the end of a phase, or a task has taken such a name.
    public static boolean isMark(TaskId item) {
        return item.value().startsWith(MARK);
    }

    static PhaseEnds of(Plan plan) {
        var phases = byId(plan);
        var marked = new LinkedHashMap<PhaseId, Phase>();
        for (var phase : plan.phases()) {
            needed(phase.needs(), phases)
                    .filter(need -> (long) need.tasks().size() * phase.tasks().size() >= MANY_LINKS)
                    .forEach(need -> marked.put(need.id(), need));
        }
        if (!marked.isEmpty()) {
            Set<TaskId> taken = plan.tasks().stream().map(Task::id).collect(Collectors.toSet());
            marked.values().removeIf(need -> taken.contains(id(need)));
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

    /// What must be so for a phase to be done: its end, or each of its tasks.
    List<Condition> complete(Phase phase) {
        return marked.containsKey(phase.id())
                ? List.of(new Condition.Ended(phase))
                : phase.tasks().stream()
                        .<Condition>map(task -> new Condition.Done(task.id()))
                        .toList();
    }

    /// The fact that holds once the mark has been reached.
    static FactId ended(Phase phase) {
        return new FactId("ended:" + phase.id());
    }

    /// The phases with a mark.
    Collection<Phase> marked() {
        return marked.values();
    }
}
