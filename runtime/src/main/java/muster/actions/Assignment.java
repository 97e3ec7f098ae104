package muster.actions;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import muster.plan.Action;
import muster.plan.TaskId;
import muster.run.ActionCall;
import muster.run.Event;
import muster.run.RunState;
import muster.run.Step;
import muster.run.StepState;
import org.jspecify.annotations.Nullable;

/// What a performer is told about one attempt.
///
/// @param mark stands in the environment of every process of the attempt, so that whoever comes after a crash finds
/// them
/// @param inputs what the steps that this one needs have left, by step
/// @param returned why the last work at it was sent back; null if it was not
/// @param deadline end of the time-box; null if there is none
/// @param part which of the step's time-boxes it is, from 1; 1 if there is none
public record Assignment(
        ActionCall call,
        Step step,
        String mark,
        SortedMap<TaskId, SortedMap<String, String>> inputs,
        @Nullable String returned,
        @Nullable Instant deadline,
        int part) {
    public Assignment {
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    }

    /// The assignment of an attempt that was started.
    ///
    /// @param worker names whoever performs it, unlike any other
    public static Assignment of(
            RunState state, Event.AttemptStarted started, String worker, BiConsumer<Double, String> progress) {
        var step = state.plan().step(started.task());
        var fence = started.attempt().fence();
        var hold = state.claims().hold(step.id());
        var arguments = arguments(state, step.actionFor(started.purpose()), step.id());
        return new Assignment(
                new ActionCall(step.id(), started.key(), fence, arguments, progress),
                step,
                worker + "/" + fence,
                inputs(state, step),
                state.claims().returned().get(step.id()),
                hold == null ? null : hold.deadline(),
                state.claims().parts().getOrDefault(step.id(), 0) + 1);
    }

    private static SortedMap<String, String> arguments(RunState state, @Nullable Action action, TaskId task) {
        var arguments = new TreeMap<String, String>();
        if (action instanceof Action.Pack(var _, var given)) {
            arguments.putAll(given);
        }
        var answer = state.answers().get(task);
        if (answer != null) {
            arguments.put("answer", answer);
        }
        return arguments;
    }

    private static SortedMap<TaskId, SortedMap<String, String>> inputs(RunState state, Step step) {
        var inputs = new TreeMap<TaskId, SortedMap<String, String>>();
        for (var need : step.needs()) {
            if (state.step(need) instanceof StepState.Done(var outputs)) {
                inputs.put(need, outputs);
            }
        }
        return inputs;
    }
}
