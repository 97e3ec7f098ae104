package muster.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import muster.plan.FactId;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// What steps and gates wait for.
public final class Conditions {
    private static final int MOVING =
            StepSigns.UNDO_READY | StepSigns.RUNNING | StepSigns.BLOCKED | StepSigns.UNDO_BLOCKED | StepSigns.SUBMITTED;

    private Conditions() {}

    /// Why this step does not start, one sentence each; empty if nothing keeps it.
    public static List<String> missing(RunState state, Step step) {
        var why = new ArrayList<String>();
        step.needs().stream()
                .filter(need -> !met(state, need, step.id()))
                .forEach(need -> why.add("needs " + need + ", which is not done" + inLoop(state, need)));
        step.requires().stream()
                .filter(fact -> !holds(state, fact, step.id()))
                .forEach(fact -> why.add("requires " + fact + ", which does not hold"));
        step.gates().stream()
                .filter(gate -> !(state.gate(gate) instanceof GateState.Passed))
                .forEach(gate -> why.add("stands before gate " + gate + ", which is not passed"));
        if (held(state, step)) {
            why.add("is held by a blocker or conflict");
        }
        return why;
    }

    static boolean hold(RunState state, Step step) {
        return step.needs().stream().allMatch(need -> met(state, need, step.id()))
                && step.requires().stream().allMatch(fact -> holds(state, fact, step.id()))
                && step.gates().stream().allMatch(gate -> state.gate(gate) instanceof GateState.Passed)
                && !held(state, step);
    }

    /// True if a blocker or a conflict keeps the step from beginning.
    public static boolean held(RunState state, Step step) {
        return state.facts().contains(TeamFacts.held(step.id()));
    }

    /// True if the step would begin were it not for what the team has to do: pass gates, accept hand-offs, settle what
    /// holds it.
    public static boolean waitsForTeam(RunState state, Step step) {
        return state.step(step.id()) instanceof StepState.Waiting
                && step.needs().stream().allMatch(need -> met(state, need, step.id()))
                && step.gates().stream()
                        .map(state.plan()::gate)
                        .allMatch(gate -> state.gate(gate.id()) instanceof GateState.Passed || waits(state, gate))
                && step.requires().stream()
                        .allMatch(fact -> TeamFacts.isReserved(fact) || holds(state, fact, step.id()));
    }

    /// True if the gate is open and lacks nothing but the word of the team.
    public static boolean waits(RunState state, RunGate gate) {
        return waitsForPeople(state, gate)
                || (state.gate(gate.id()) instanceof GateState.Open && onlyTeams(state, gate.requires()));
    }

    private static boolean onlyTeams(RunState state, List<FactId> facts) {
        return facts.stream()
                .allMatch(fact -> TeamFacts.isReserved(fact) || state.facts().contains(fact));
    }

    /// What is in a loop counts outside of it once the loop has ended.
    private static boolean met(RunState state, TaskId need, TaskId by) {
        return state.step(need).settled() && out(state, state.plan().loopOf(need), by);
    }

    private static boolean holds(RunState state, FactId fact, TaskId by) {
        return state.facts().contains(fact)
                && state.plan().index().loopsProviding(fact).stream().allMatch(loop -> out(state, loop, by));
    }

    private static boolean out(RunState state, @Nullable RunLoop loop, TaskId by) {
        return loop == null
                || loop.equals(state.plan().loopOf(by))
                || state.course().loop(loop.id()).ended();
    }

    private static String inLoop(RunState state, TaskId need) {
        var loop = state.plan().loopOf(need);
        return loop != null && state.step(need).settled() ? ": loop " + loop.id() + " goes on" : "";
    }

    /// True if the step is settled for a gate after it; a gate within a loop is met in every round.
    static boolean met(RunState state, TaskId task, RunGate by) {
        var loop = state.plan().loopOf(task);
        return state.step(task).settled()
                && (loop == null || state.course().loop(loop.id()).ended() || within(state.plan(), by, loop));
    }

    /// True if a step of the loop stands behind the gate.
    static boolean within(RunPlan plan, RunGate gate, RunLoop loop) {
        return loop.steps().stream().anyMatch(plan.index().behind(gate.id())::contains);
    }

    /// True if attempts for this purpose may begin now.
    static boolean turn(RunState state, Purpose purpose) {
        return switch (purpose) {
            case DO -> state.status() == RunStatus.RUNNING;
            case UNDO -> state.status() == RunStatus.ROLLING_BACK;
        };
    }

    /// True if attempts for this purpose may begin once the run can move again.
    static boolean turnOrStalled(RunState state, Purpose purpose) {
        return switch (purpose) {
            case DO -> turn(state, purpose) || state.status() == RunStatus.STALLED;
            case UNDO -> turn(state, purpose) || state.status() == RunStatus.ROLLBACK_STALLED;
        };
    }

    static boolean canMove(RunState state, Instant now) {
        return (state.signs() & MOVING) != 0
                || ((state.signs() & StepSigns.READY) != 0 && unaffordable(state, now) == null)
                || state.plan().gates().stream().anyMatch(gate -> waits(state, gate))
                || state.plan().steps().stream().anyMatch(step -> waitsForTeam(state, step))
                || state.course().loops().values().stream()
                        .anyMatch(loop -> loop.standing() == LoopState.Standing.ASKED);
    }

    /// Why none of the steps that are ready may begin; null if one may.
    private static @Nullable String unaffordable(RunState state, Instant now) {
        if (state.plan().budgets().isEmpty()) {
            return null;
        }
        var why = BudgetRules.usedUp(state);
        if (why != null) {
            return why;
        }
        for (var task : state.having(StepSigns.READY)) {
            why = BudgetRules.tooLittle(state, state.plan().step(task), now);
            if (why == null) {
                return null;
            }
            why = "step " + task + ": " + why;
        }
        return why;
    }

    /// What keeps a run that stalled from moving, the first of it.
    public static String whyStalled(RunState state, Instant now) {
        return Stream.of(
                        Stream.ofNullable(unaffordable(state, now)),
                        state.plan().loops().stream().flatMap(loop -> loopTrouble(state, loop)),
                        state.plan().gates().stream().flatMap(gate -> gateTrouble(state, gate)),
                        state.plan().steps().stream().flatMap(step -> stepTrouble(state, step)))
                .flatMap(troubles -> troubles)
                .findFirst()
                .orElse("nothing is left to do, yet the run is not finished");
    }

    private static Stream<String> loopTrouble(RunState state, RunLoop loop) {
        var at = state.course().loop(loop.id());
        return at.standing() == LoopState.Standing.EXHAUSTED
                ? Stream.of("loop " + loop.id() + " did not converge in " + at.round() + " rounds")
                : Stream.empty();
    }

    private static boolean waitsForPeople(RunState state, RunGate gate) {
        return state.gate(gate.id()) instanceof GateState.Open(var by) && by.size() < gate.quorum();
    }

    private static Stream<String> gateTrouble(RunState state, RunGate gate) {
        return switch (state.gate(gate.id())) {
            case GateState.Rejected(var by, var reason) ->
                Stream.of("gate " + gate.id() + " was rejected by " + by + ": " + reason);
            case GateState.Open _ ->
                gate.requires().stream()
                        .filter(fact -> !state.facts().contains(fact))
                        .map(fact -> "gate " + gate.id() + " requires " + fact + ", which does not hold");
            case GateState.Closed _, GateState.Passed _ -> Stream.empty();
        };
    }

    private static Stream<String> stepTrouble(RunState state, Step step) {
        return switch (state.step(step.id())) {
            case StepState.Failed(var _, var _, var why) -> Stream.of("step " + step.id() + " failed: " + why);
            case StepState.Waiting _ ->
                step.requires().stream()
                        .filter(fact -> !state.facts().contains(fact))
                        .map(fact -> "step " + step.id() + " requires " + fact + ", which does not hold");
            case StepState.Ready _,
                    StepState.Running _,
                    StepState.Blocked _,
                    StepState.Submitted _,
                    StepState.Skipped _,
                    StepState.Done _,
                    StepState.Undone _,
                    StepState.Kept _ -> Stream.empty();
        };
    }
}
