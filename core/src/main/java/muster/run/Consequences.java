package muster.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What follows of itself once a command took effect: gates open and pass, steps become ready, the run stalls or ends.
final class Consequences {
    private Consequences() {}

    /// These events with what follows of itself in the state that they led to.
    static RunRules.Ruled of(RunState state, List<Event> caused, Instant now) {
        var known = new ArrayList<>(caused);
        var current = state;
        for (var batch = next(current, known, now); !batch.isEmpty(); batch = next(current, known, now)) {
            known.addAll(batch);
            current = RunRules.replay(current, batch);
        }
        return new RunRules.Ruled(known, current);
    }

    private static List<Event> next(RunState state, List<Event> caused, Instant now) {
        return switch (state.status()) {
            case NOT_STARTED, FINISHED, ROLLED_BACK, PAUSED, CANCELLED -> List.of();
            case RUNNING, STALLED -> forward(state, caused, now);
            case ROLLING_BACK, ROLLBACK_STALLED -> backward(state, now);
        };
    }

    private static List<Event> forward(RunState state, List<Event> caused, Instant now) {
        var agenda = Agenda.of(state, caused);
        var first = new ArrayList<>(BudgetRules.moves(state, now));
        agenda.loops(state).forEach(loop -> first.addAll(LoopRules.moves(state, loop)));
        return first.isEmpty() ? forward(state, agenda, now) : first;
    }

    private static List<Event> forward(RunState state, Agenda agenda, Instant now) {
        var moves = new ArrayList<Event>();
        agenda.gates(state).forEach(gate -> note(gateMove(state, gate), moves));
        agenda.steps(state).forEach(step -> note(stepMove(state, step, now), moves));
        return moves.isEmpty() ? standing(state, now) : moves;
    }

    private static void note(@Nullable Event move, List<Event> moves) {
        if (move != null) {
            moves.add(move);
        }
    }

    private static @Nullable Event gateMove(RunState state, RunGate gate) {
        return switch (state.gate(gate.id())) {
            case GateState.Closed _ -> reached(state, gate) ? new Event.GateOpened(gate.id()) : null;
            case GateState.Open(var by) ->
                by.size() >= gate.quorum() && state.facts().containsAll(gate.requires())
                        ? new Event.GatePassed(gate.id())
                        : null;
            case GateState.Passed _, GateState.Rejected _ -> null;
        };
    }

    private static @Nullable Event stepMove(RunState state, Step step, Instant now) {
        return switch (state.step(step.id())) {
            case StepState.Waiting _ -> Conditions.hold(state, step) ? new Event.StepReady(step.id(), now) : null;
            case StepState.Ready _ -> Conditions.hold(state, step) ? null : new Event.StepHeld(step.id());
            case StepState.Running _,
                    StepState.Blocked _,
                    StepState.Submitted _,
                    StepState.Skipped _,
                    StepState.Done _,
                    StepState.Failed _,
                    StepState.Undone _,
                    StepState.Kept _ -> null;
        };
    }

    private static List<Event> standing(RunState state, Instant now) {
        if (finished(state)) {
            return List.of(new Event.RunFinished());
        }
        var stalled = state.status() == RunStatus.STALLED;
        if (Conditions.canMove(state, now)) {
            return stalled ? List.of(new Event.RunResumed()) : List.of();
        }
        return stalled ? List.of() : List.of(new Event.RunStalled(Conditions.whyStalled(state, now)));
    }

    private static boolean finished(RunState state) {
        return (state.signs() & ~StepSigns.SETTLED) == 0
                && state.course().loops().values().stream().allMatch(LoopState::ended)
                && state.gates().values().stream().allMatch(gate -> gate instanceof GateState.Passed);
    }

    private static boolean reached(RunState state, RunGate gate) {
        return gate.after().stream().allMatch(task -> Conditions.met(state, task, gate));
    }

    /// Undoing waits until nothing runs, then takes one step after the other, the last touched first.
    private static List<Event> backward(RunState state, Instant now) {
        if (undoFailed(state)) {
            return state.status() == RunStatus.ROLLING_BACK
                    ? List.of(new Event.RunStalled("a compensation failed"))
                    : List.of();
        }
        if (state.status() == RunStatus.ROLLBACK_STALLED) {
            return List.of(new Event.RunResumed());
        }
        return busy(state) ? List.of() : List.of(nextUndo(state, now));
    }

    private static Event nextUndo(RunState state, Instant now) {
        var task = state.touched().latest();
        if (task == null) {
            return new Event.RunRolledBack();
        }
        return state.plan().step(task).compensation() == null
                ? new Event.UndoSkipped(task)
                : new Event.UndoReady(task, now);
    }

    private static boolean undoFailed(RunState state) {
        return (state.signs() & StepSigns.UNDO_FAILED) != 0;
    }

    private static boolean busy(RunState state) {
        return (state.signs() & (StepSigns.RUNNING | StepSigns.UNDO_READY | StepSigns.UNDO_BLOCKED)) != 0;
    }
}
