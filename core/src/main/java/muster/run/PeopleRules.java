package muster.run;

import java.time.Instant;
import java.util.List;
import muster.plan.Action;

/// What people and agents may do to a step.
final class PeopleRules {
    private PeopleRules() {}

    static List<Event> answer(RunState state, Command.Answer command, Instant now) {
        var unknown = Refusal.unknown("answer", state, command.task());
        if (unknown != null) {
            return unknown;
        }
        if (!(state.step(command.task()) instanceof StepState.Blocked)) {
            return Refusal.of("answer", command.task(), "it is " + Refusal.name(state.step(command.task())));
        }
        return List.of(new Event.DecisionMade(command.task(), command.by(), command.answer(), now));
    }

    static List<Event> retry(RunState state, Command.Retry command, Instant now) {
        var unknown = Refusal.unknown("retry", state, command.task());
        if (unknown != null) {
            return unknown;
        }
        if (!(state.step(command.task()) instanceof StepState.Failed failed)) {
            return Refusal.of("retry", command.task(), "it is " + Refusal.name(state.step(command.task())));
        }
        if (!Conditions.turnOrStalled(state, failed.purpose())) {
            return Refusal.of("retry", command.task(), "the run is " + Refusal.name(state.status()));
        }
        return List.of(new Event.RetryGranted(command.task(), command.by(), command.reason(), now));
    }

    static List<Event> complete(RunState state, Command.CompleteManual command) {
        var unknown = Refusal.unknown("complete", state, command.task());
        if (unknown != null) {
            return unknown;
        }
        var why = obstacle(state, command);
        return why.isEmpty()
                ? List.of(new Event.ManualDone(command.task(), command.by(), command.hands(), command.outputs()))
                : Refusal.of("complete", command.task(), why);
    }

    private static String obstacle(RunState state, Command.CompleteManual command) {
        var step = state.plan().step(command.task());
        var at = state.step(command.task());
        if (!(step.actionFor(at.purpose()) instanceof Action.Manual)) {
            return "it is not a manual step";
        }
        if (!step.belongsTo(command.by())) {
            return command.by() + " is not an owner";
        }
        return switch (at) {
            case StepState.Ready(var purpose, var _, var _) ->
                Conditions.turn(state, purpose) ? "" : "the run is " + Refusal.name(state.status());
            case StepState.Running(var _, var _, var attempt) ->
                attempt.by().equals(command.by()) && state.claims().hold(command.task()) == null
                        ? ""
                        : attempt.by() + " is at it";
            case StepState.Waiting _,
                    StepState.Blocked _,
                    StepState.Submitted _,
                    StepState.Skipped _,
                    StepState.Done _,
                    StepState.Failed _,
                    StepState.Undone _,
                    StepState.Kept _ -> "it is " + Refusal.name(at);
        };
    }
}
