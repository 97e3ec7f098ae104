package muster.replanning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import muster.plan.AgentId;
import muster.plan.Estimate;
import muster.plan.TaskId;
import muster.planning.WorkStep;
import muster.run.GateState;
import muster.run.RunPlan;
import muster.run.RunState;
import muster.run.Step;
import muster.run.StepState;
import muster.schedule.ScheduleDifference;
import muster.schedule.Scheduler;
import muster.schedule.SchedulingProblem;
import muster.schedule.SchedulingResult;
import muster.schedule.WorkItem;
import muster.schedule.WorkItems;
import org.jspecify.annotations.Nullable;

/// Schedules what is left of a run from now on, as it was and as it is planned again: steps that are not settled, gates
/// that are not passed. Work under way goes on for as long as its estimate has left; what waits for a check takes no
/// more time. As it was, what failed is done once more. Both are first schedules, without a search, so that they
/// compare.
public final class RestSchedule {
    private final RunReplanning.Asked asked;
    private final RunState state;
    private final Set<AgentId> team;
    private final Map<TaskId, Estimate> estimates = new HashMap<>();

    private RestSchedule(RunReplanning.Asked asked) {
        this.asked = asked;
        this.state = asked.run().state();
        this.team = Set.copyOf(asked.plan().team().agentIds());
        asked.plan().expectations().stream()
                .flatMap(expectation -> expectation.remedies().stream())
                .forEach(remedy -> estimates.put(remedy.id(), remedy.estimate()));
        asked.plan().tasks().forEach(task -> estimates.put(task.id(), task.estimate()));
    }

    /// When the run ends if it goes on like this; a plan must have been found.
    public static RestDates of(RunReplanning.Asked asked, RunReplan replan) {
        return new RestSchedule(asked).dates(replan);
    }

    private RestDates dates(RunReplan replan) {
        var chosen = replan.steps().stream()
                .filter(step -> step.kind() != StepChange.Kind.DROPPED)
                .map(StepChange::task)
                .collect(Collectors.toSet());
        return switch (Scheduler.schedule(problem(replan.next(), chosen::contains))) {
            case SchedulingResult.Impossible(var obstacles) -> new RestDates.Undated(obstacles);
            case SchedulingResult.Scheduled(var schedule, var _, var _) ->
                new RestDates.Dated(
                        schedule,
                        Scheduler.schedule(problem(state.plan(), this::isLeft))
                                        instanceof SchedulingResult.Scheduled former
                                ? ScheduleDifference.between(former.schedule(), schedule)
                                : null,
                        chosen.stream()
                                .filter(task -> estimate(task) == null)
                                .sorted()
                                .toList());
        };
    }

    private boolean isLeft(TaskId task) {
        return RunActions.isOpen(state.step(task)) || isUnderWay(task);
    }

    private boolean isUnderWay(TaskId task) {
        var at = state.steps().get(task);
        return at != null && RunActions.isUnderWay(at);
    }

    private SchedulingProblem problem(RunPlan run, Predicate<TaskId> isChosen) {
        var steps =
                run.steps().stream().filter(step -> isChosen.test(step.id())).toList();
        var gates = run.gates().stream()
                .filter(gate -> !(state.gate(gate.id()) instanceof GateState.Passed))
                .toList();
        var order = new RestOrder(steps, gates, state.facts());
        var work = new ArrayList<WorkStep>();
        steps.forEach(step -> work.add(isUnderWay(step.id()) ? underWay(step) : waiting(step, order.before(step))));
        gates.forEach(gate -> work.add(
                new WorkStep(gate.id().amongTasks(), Estimate.ZERO, known(gate.approvers()), order.before(gate))));
        var problem = WorkItems.problem(work, asked.plan(), WorkItems.Days.KEEP, asked.now());
        return problem.of(problem.items().stream().map(this::begun).toList());
    }

    private WorkStep waiting(Step step, List<TaskId> needs) {
        var estimate = estimate(step.id());
        return new WorkStep(
                step.id(),
                original(step.id()),
                estimate == null ? Estimate.ZERO : estimate,
                known(step.owners()),
                needs);
    }

    private WorkStep underWay(Step step) {
        var hold = state.claims().hold(step.id());
        var owners = hold == null || step.owners().size() > 1 ? step.owners() : List.of(hold.by());
        return new WorkStep(step.id(), Estimate.exactly(left(step.id())), known(owners), List.of());
    }

    private Duration left(TaskId task) {
        var estimate = estimate(task);
        if (estimate == null || state.step(task) instanceof StepState.Submitted) {
            return Duration.ZERO;
        }
        var left = estimate.likely().minus(state.worked(task, asked.now()));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// Of a step that does once more what another did, that one's; null if nobody said how long it takes.
    private @Nullable Estimate estimate(TaskId task) {
        return estimates.get(original(task));
    }

    private TaskId original(TaskId task) {
        return Again.original(task, state.plan());
    }

    /// What has begun keeps to no date and no link any more, and nobody else does it.
    private WorkItem begun(WorkItem item) {
        return isUnderWay(item.id()) && item.part() == null
                ? new WorkItem(item.id(), item.estimate(), item.owners(), item.needs(), item.demands(), null)
                : item;
    }

    private List<AgentId> known(Collection<AgentId> agents) {
        return agents.stream().filter(team::contains).toList();
    }
}
