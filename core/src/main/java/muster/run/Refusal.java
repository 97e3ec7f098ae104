package muster.run;

import java.util.List;
import java.util.Locale;
import muster.plan.GateId;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// The ways to say no.
final class Refusal {
    private Refusal() {}

    static List<Event> of(String command, Object about, String why) {
        return List.of(new Event.Refused(command, about.toString(), why));
    }

    /// The refusal of a command about a step that this run does not have; null if it has it.
    static @Nullable List<Event> unknown(String command, RunState state, TaskId task) {
        return state.steps().containsKey(task) ? null : of(command, task, "the run has no such step");
    }

    /// The refusal of a command about a gate that this run does not have; null if it has it.
    static @Nullable List<Event> unknown(String command, RunState state, GateId gate) {
        return state.gates().containsKey(gate) ? null : of(command, gate, "the run has no such gate");
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String name(StepState step) {
        return switch (step) {
            case StepState.Waiting _ -> "waiting";
            case StepState.Ready _ -> "ready";
            case StepState.Running _ -> "running";
            case StepState.Blocked _ -> "blocked";
            case StepState.Submitted _ -> "handed in and waits for a check";
            case StepState.Skipped _ -> "skipped";
            case StepState.Done _ -> "done";
            case StepState.Failed _ -> "failed";
            case StepState.Undone _ -> "undone";
            case StepState.Kept _ -> "kept";
        };
    }

    static String name(GateState gate) {
        return switch (gate) {
            case GateState.Closed _ -> "closed";
            case GateState.Open _ -> "open";
            case GateState.Passed _ -> "passed";
            case GateState.Rejected _ -> "rejected";
        };
    }
}
