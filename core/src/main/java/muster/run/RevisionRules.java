package muster.run;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import muster.plan.TaskId;

/// Whether a run may go on by another plan. What was begun stays as it was agreed; what waits may change, come and go.
final class RevisionRules {
    private RevisionRules() {}

    static List<Event> revise(RunState state, Command.Revise c) {
        var against = against(state, c);
        if (!against.isEmpty()) {
            return Refusal.of("revise", state.plan().id(), String.join("; ", against));
        }
        var changes = PlanChanges.between(state.plan(), c.plan());
        return changes.isEmpty()
                        && state.course().revisions().getLast().digest().equals(c.digest())
                ? List.of()
                : List.of(new RevisionEvent.PlanRevised(c.plan(), c.digest(), c.by(), c.reason(), changes));
    }

    private static List<String> against(RunState state, Command.Revise c) {
        var status = standing(state);
        if (!status.isEmpty()) {
            return status;
        }
        var against = new ArrayList<String>();
        if (c.reason().isBlank()) {
            against.add("it needs a reason");
        }
        if (!c.plan().id().equals(state.plan().id())) {
            against.add("the plan is for another run than " + state.plan().id());
        }
        state.plan().steps().forEach(step -> against.addAll(step(state, step, c.plan())));
        state.plan().gates().forEach(gate -> against.addAll(gate(state, gate, c.plan())));
        state.plan().loops().forEach(loop -> against.addAll(loop(state, loop, c.plan())));
        against.addAll(budgets(state, c.plan()));
        against.addAll(team(state, c.plan()));
        return against;
    }

    private static List<String> standing(RunState state) {
        return switch (state.status()) {
            case RUNNING, STALLED, PAUSED -> List.of();
            case NOT_STARTED, FINISHED, CANCELLED, ROLLING_BACK, ROLLBACK_STALLED, ROLLED_BACK ->
                List.of("the run is " + Refusal.name(state.status()));
        };
    }

    private static List<String> step(RunState state, Step step, RunPlan other) {
        var at = state.step(step.id());
        var next = other.index().get(step.id());
        if (next == null) {
            return begun(state, step.id())
                    ? List.of("task " + step.id() + " cannot be taken out, it is " + Refusal.name(at))
                    : List.of();
        }
        var changed = PlanChanges.of(step, next);
        changed.removeAll(free(state, step.id()));
        return changed.isEmpty() || !begun(state, step.id()) || again(state, step.id())
                ? List.of()
                : List.of("task " + step.id() + " is " + Refusal.name(at) + ", its " + String.join(", ", changed)
                        + " cannot change any more");
    }

    /// What may change whatever was begun. How to undo a step may be learnt after it was done.
    private static List<String> free(RunState state, TaskId task) {
        return state.step(task) instanceof StepState.Running
                ? List.of("title", "retries")
                : List.of("title", "retries", "compensation");
    }

    private static boolean begun(RunState state, TaskId task) {
        return state.touched().places().containsKey(task)
                || switch (state.step(task)) {
                    case StepState.Waiting _, StepState.Ready _, StepState.Failed _, StepState.Skipped _ -> false;
                    case StepState.Running _,
                            StepState.Blocked _,
                            StepState.Submitted _,
                            StepState.Done _,
                            StepState.Undone _,
                            StepState.Kept _ -> true;
                };
    }

    /// A step that will be done again may be done otherwise then, once nobody is at it.
    private static boolean again(RunState state, TaskId task) {
        var loop = state.plan().loopOf(task);
        return loop != null
                && !state.course().loop(loop.id()).ended()
                && !(state.step(task) instanceof StepState.Running)
                && !(state.step(task) instanceof StepState.Submitted);
    }

    private static List<String> gate(RunState state, RunGate gate, RunPlan other) {
        var same = other.gates().stream().anyMatch(gate::equals);
        return switch (state.gate(gate.id())) {
            case GateState.Closed _ -> List.of();
            case GateState.Open(var by) ->
                same || by.isEmpty()
                        ? List.of()
                        : List.of("gate " + gate.id() + " was approved by " + by + ", it cannot change any more");
            case GateState.Passed _ ->
                same ? List.of() : List.of("gate " + gate.id() + " is passed, it cannot change any more");
            case GateState.Rejected _ ->
                same ? List.of() : List.of("gate " + gate.id() + " was rejected, it cannot change any more");
        };
    }

    private static List<String> loop(RunState state, RunLoop loop, RunPlan other) {
        var at = state.course().loop(loop.id());
        var begun = at.round() > 1 || at.standing() != LoopState.Standing.UNDER_WAY;
        var next = other.loops().stream()
                .filter(each -> each.id().equals(loop.id()))
                .findFirst();
        if (begun && next.isEmpty()) {
            return List.of("loop " + loop.id() + " cannot be taken out, it is in round " + at.round());
        }
        return at.ended() && next.isPresent() && !next.get().equals(loop)
                ? List.of("loop " + loop.id() + " is over, it cannot change any more")
                : List.of();
    }

    private static List<String> budgets(RunState state, RunPlan other) {
        var kept = new TreeSet<>(other.budgets().stream().map(RunBudget::id).toList());
        return state.course().budgets().entrySet().stream()
                .filter(budget -> budget.getValue().spent().signum() > 0)
                .filter(budget -> !kept.contains(budget.getKey()))
                .map(budget -> "budget " + budget.getKey() + " cannot be taken out, "
                        + budget.getValue().spent().toPlainString() + " of it were spent")
                .toList();
    }

    private static List<String> team(RunState state, RunPlan other) {
        if (other.team().isEmpty()) {
            return List.of();
        }
        return state.claims().holds().entrySet().stream()
                .filter(hold -> other.team().stream()
                        .noneMatch(agent -> agent.id().equals(hold.getValue().by())))
                .map(hold -> "agent " + hold.getValue().by() + " cannot leave while it holds " + hold.getKey())
                .toList();
    }
}
