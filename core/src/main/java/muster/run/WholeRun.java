package muster.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.LinkKind;
import muster.plan.Mode;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Plan;
import muster.plan.Task;
import muster.plan.TaskId;
import muster.plan.WorkMode;

/// The run of a whole plan: every task a step, every gate before the tasks it guards. A step needs what its task needs,
/// the task before it in a sequential phase, and every task of the phases that its own phase needs. What a gate asks
/// for
/// beside approvals, and hand-offs before a task, become [TeamFacts] that must hold.
public final class WholeRun {
    /// A deliverable that is a file: without spaces, with a folder or an ending.
    private static final Pattern FILE = Pattern.compile("\\S+/\\S*|\\S+\\.[A-Za-z0-9]{1,8}");

    private final Plan plan;
    private final Conduct conduct;

    /// The gates before each task, in the order of the plan.
    private final Map<TaskId, List<GateId>> guards = new HashMap<>();

    private WholeRun(Plan plan, Conduct conduct) {
        this.plan = plan;
        this.conduct = conduct;
        plan.coordination()
                .gates()
                .forEach(gate -> Set.copyOf(gate.guards())
                        .forEach(task -> guards.computeIfAbsent(task, _ -> new ArrayList<>())
                                .add(gate.id())));
    }

    /// What holds for all steps of a run.
    public record Conduct(Terms.Checking checking, Terms.LateResults late) {
        /// Nobody checks, late results are refused.
        public static final Conduct USUAL = new Conduct(Terms.Checking.NONE, Terms.LateResults.REFUSE);
    }

    /// The run of this plan.
    public static RunPlan of(RunId id, Plan plan, Conduct conduct) {
        var whole = new WholeRun(plan, conduct);
        return new RunPlan(
                id,
                plan.phases().stream().flatMap(whole::steps).toList(),
                plan.coordination().gates().stream()
                        .map(gate -> RunGate.of(gate, gate.after()))
                        .toList(),
                plan.team().agents().stream().map(RunAgent::of).toList());
    }

    private Stream<Step> steps(Phase phase) {
        var before = new LinkedHashSet<TaskId>();
        finish(phase.needs(), before);
        return IntStream.range(0, phase.tasks().size())
                .mapToObj(number -> step(phase.tasks().get(number), needs(phase, number, before)));
    }

    private Step step(Task task, List<TaskId> needs) {
        return new Step(
                task.id(),
                task.title(),
                task.owners(),
                task.action(),
                needs,
                requires(task, needs),
                task.provides(),
                guards.getOrDefault(task.id(), List.of()),
                task.retries(),
                task.compensation(),
                terms(task));
    }

    /// What other teams owe keeps the first tasks.
    private List<FactId> requires(Task task, List<TaskId> needs) {
        var owed = needs.isEmpty() ? plan.coordination().waitsFor() : List.<String>of();
        return Stream.concat(
                        RunPlan.requires(task, plan.coordination()).stream(),
                        owed.stream().map(TeamFacts::delivered))
                .distinct()
                .toList();
    }

    private Terms terms(Task task) {
        var files = task.deliverables().stream()
                .filter(each -> FILE.matcher(each).matches())
                .toList();
        var open = task.timing().modes().stream().map(WorkMode::who).toList();
        return new Terms(open, files, files, conduct.checking(), conduct.late(), task.timeBox());
    }

    private static List<TaskId> needs(Phase phase, int number, Set<TaskId> before) {
        var task = phase.tasks().get(number);
        var needs = new LinkedHashSet<>(task.needs());
        task.timing().links().stream()
                .filter(link -> link.kind() == LinkKind.FINISH_TO_START)
                .filter(link -> !link.lag().time().isNegative())
                .forEach(link -> needs.add(link.after()));
        if (phase.mode() == Mode.SEQUENTIAL && number > 0) {
            needs.add(phase.tasks().get(number - 1).id());
        }
        needs.addAll(before);
        return new ArrayList<>(needs);
    }

    /// A needed phase without tasks passes on what it needs itself.
    private void finish(List<PhaseId> needed, Set<TaskId> needs) {
        for (var phase : plan.phases()) {
            if (needed.contains(phase.id())) {
                phase.tasks().forEach(task -> needs.add(task.id()));
                finish(phase.tasks().isEmpty() ? phase.needs() : List.of(), needs);
            }
        }
    }
}
