package muster.replanning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.Estimate;
import muster.plan.FactId;
import muster.plan.Plan;
import muster.plan.Remedy;
import muster.plan.Task;
import muster.plan.TaskId;
import muster.planning.Amounts;
import muster.planning.Cost;
import muster.planning.GroundAction;
import muster.planning.Remedies;
import muster.run.GateState;
import muster.run.RunGate;
import muster.run.RunState;
import muster.run.Step;
import muster.run.StepState;
import muster.run.TaskTerms;
import muster.run.TeamFacts;

/// What can be done from here on: what is left of a run, what is under way, remedies, and settled steps once more. What
/// only the team's word decides (hand-offs, conditions of gates) is left out: it is taken to come in time.
final class RunActions {
    /// In the place of a step of which all that it provides comes from elsewhere.
    static final String INSTEAD = "instead-of:";

    private final Plan plan;
    private final RunFacts run;
    private final RunState state;
    private final Set<FactId> holding;
    private final Words words;
    private final Map<TaskId, GroundAction> priced = new HashMap<>();
    private final Set<TaskId> steps;

    /// @param holding what is true now
    /// @param written the actions of the plan file, with their costs
    RunActions(RunReplanning.Asked asked, Set<FactId> holding, List<GroundAction> written) {
        this.plan = asked.plan();
        this.run = asked.run();
        this.state = run.state();
        this.holding = holding;
        this.words = asked.words();
        written.forEach(action -> priced.put(action.id(), action));
        this.steps = state.plan().steps().stream().map(Step::id).collect(Collectors.toSet());
    }

    /// What is left of the run and its gates, in the order of the plan.
    List<GroundAction> left() {
        var left = new ArrayList<GroundAction>();
        for (var step : state.plan().steps()) {
            var at = state.step(step.id());
            if (isUnwanted(step)) {
                continue;
            }
            if (at instanceof StepState.Waiting || at instanceof StepState.Ready || isRetried(step)) {
                left.add(of(step, step.id(), needed(step)));
            } else if (isUnderWay(at)) {
                left.add(underWay(step));
            }
        }
        state.plan().gates().stream().filter(this::mayPass).map(this::of).forEach(left::add);
        return left;
    }

    /// What may come in addition.
    List<GroundAction> more() {
        var more = new ArrayList<GroundAction>();
        state.plan().steps().stream()
                .filter(this::isReplaceable)
                .map(this::instead)
                .forEach(more::add);
        state.plan().steps().stream()
                .filter(this::isWorthDoingAgain)
                .map(step -> of(step, Again.next(step.id(), state.plan()), needed(step)))
                .forEach(more::add);
        var unfolded = plan.tasks().stream()
                .filter(task -> task.contract().plan() != null)
                .map(Task::id)
                .collect(Collectors.toSet());
        var written = new ChosenSteps(plan, TaskTerms.USUAL);
        priced.values().stream()
                .filter(action -> written.contains(action.id()) && !steps.contains(action.id()))
                .filter(action -> !unfolded.contains(action.id()))
                .filter(action ->
                        !run.failed().contains(action.id()) || words.retried().contains(action.id()))
                .sorted(Comparator.comparing(GroundAction::id))
                .forEach(more::add);
        return more;
    }

    /// True if the plan needs no step of its own any more: all that it provides holds already.
    boolean isSuperfluous(Step step) {
        return !step.provides().isEmpty() && holding.containsAll(step.provides()) && isOpen(state.step(step.id()));
    }

    /// True if nobody is at the step and it may still be done, or replaced.
    static boolean isOpen(StepState at) {
        return switch (at) {
            case StepState.Waiting _, StepState.Ready _, StepState.Failed _ -> true;
            case StepState.Running _,
                    StepState.Blocked _,
                    StepState.Submitted _,
                    StepState.Skipped _,
                    StepState.Done _,
                    StepState.Undone _,
                    StepState.Kept _ -> false;
        };
    }

    /// True if somebody said to do without it.
    boolean isUnwanted(Step step) {
        return words.dropped().contains(step.id());
    }

    static boolean isUnderWay(StepState at) {
        return at instanceof StepState.Running || at instanceof StepState.Blocked || at instanceof StepState.Submitted;
    }

    /// True if people wanted the step for its own sake, not to mend something.
    boolean isWork(Step step) {
        var id = Again.original(step.id(), state.plan());
        return id.equals(step.id())
                && remedies().noneMatch(remedy -> remedy.id().equals(id));
    }

    private boolean isRetried(Step step) {
        return state.step(step.id()) instanceof StepState.Failed
                && words.retried().contains(step.id());
    }

    private boolean isReplaceable(Step step) {
        boolean gone = (state.step(step.id()) instanceof StepState.Failed && !isRetried(step))
                || (isUnwanted(step) && !state.step(step.id()).settled());
        return isSuperfluous(step) || (gone && !step.provides().isEmpty());
    }

    private boolean isWorthDoingAgain(Step step) {
        var loop = state.plan().loopOf(step.id());
        return state.step(step.id()).settled()
                && Again.original(step.id(), state.plan()).equals(step.id())
                && !run.failed().contains(step.id())
                && (loop == null || state.course().loop(loop.id()).ended())
                && !holding.containsAll(step.provides());
    }

    private Stream<Remedy> remedies() {
        return plan.expectations().stream().flatMap(expectation -> expectation.remedies().stream());
    }

    private boolean mayPass(RunGate gate) {
        return state.gate(gate.id()) instanceof GateState.Closed || state.gate(gate.id()) instanceof GateState.Open;
    }

    private Set<FactId> needed(Step step) {
        var needed = new TreeSet<FactId>();
        step.needs().forEach(need -> needed.add(state.plan().step(need).done()));
        step.gates().forEach(gate -> needed.add(Remedies.passed(gate)));
        step.requires().stream().filter(fact -> !TeamFacts.isReserved(fact)).forEach(needed::add);
        return needed;
    }

    private GroundAction of(Step step, TaskId id, Set<FactId> needed) {
        var like = priced.get(Again.original(step.id(), state.plan()));
        var adds = new HashSet<>(step.provides());
        adds.add(new FactId("done:" + id));
        return new GroundAction(
                id,
                step.title(),
                needed,
                adds,
                like == null ? Set.of() : like.deletes(),
                like == null ? Cost.ZERO : like.cost(),
                like == null ? Estimate.ZERO : like.estimate(),
                step.owners(),
                like == null ? Amounts.NONE : like.amounts());
    }

    private static GroundAction underWay(Step step) {
        return free(
                step.id(),
                step.title(),
                Set.of(),
                Stream.concat(step.provides().stream(), Stream.of(step.done())).collect(Collectors.toSet()));
    }

    private GroundAction instead(Step step) {
        return free(new TaskId(INSTEAD + step.id()), step.title(), Set.copyOf(step.provides()), Set.of(step.done()));
    }

    private GroundAction of(RunGate gate) {
        var needed = gate.after().stream()
                .map(task -> state.plan().step(task).done())
                .collect(Collectors.toCollection(HashSet::new));
        gate.requires().stream().filter(fact -> !TeamFacts.isReserved(fact)).forEach(needed::add);
        return free(gate.id().amongTasks(), gate.title(), needed, Set.of(Remedies.passed(gate.id())));
    }

    private static GroundAction free(TaskId id, String title, Set<FactId> needs, Set<FactId> adds) {
        return new GroundAction(id, title, needs, adds, Set.of(), Cost.ZERO, Estimate.ZERO, List.of());
    }
}
