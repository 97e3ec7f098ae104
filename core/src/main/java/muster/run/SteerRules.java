package muster.run;

import java.util.List;

/// When a run may be paused, continued, cancelled, and which steps it may do without.
final class SteerRules {
    private SteerRules() {}

    static List<Event> decide(RunState state, SteerCommand command) {
        var name = name(command);
        if (command.reason().isBlank()) {
            return Refusal.of(name, state.plan().id(), "it needs a reason");
        }
        return switch (command) {
            case SteerCommand.Pause c ->
                switch (state.status()) {
                    case RUNNING, STALLED -> List.of(new SteerEvent.RunPaused(c.by(), c.reason()));
                    case NOT_STARTED, FINISHED, ROLLING_BACK, ROLLBACK_STALLED, ROLLED_BACK, PAUSED, CANCELLED ->
                        no(state, name);
                };
            case SteerCommand.Continue c ->
                state.status() == RunStatus.PAUSED
                        ? List.of(new SteerEvent.RunContinued(c.by(), c.reason()))
                        : no(state, name);
            case SteerCommand.Cancel c ->
                switch (state.status()) {
                    case RUNNING, STALLED, PAUSED -> List.of(new SteerEvent.RunCancelled(c.by(), c.reason()));
                    case NOT_STARTED, FINISHED, ROLLING_BACK, ROLLBACK_STALLED, ROLLED_BACK, CANCELLED ->
                        no(state, name);
                };
            case SteerCommand.Skip c -> skip(state, c);
        };
    }

    private static List<Event> skip(RunState state, SteerCommand.Skip c) {
        var unknown = Refusal.unknown("skip", state, c.task());
        if (unknown != null) {
            return unknown;
        }
        if (!Conditions.turnOrStalled(state, Purpose.DO) && state.status() != RunStatus.PAUSED) {
            return no(state, "skip");
        }
        return switch (state.step(c.task())) {
            case StepState.Waiting _, StepState.Ready _, StepState.Blocked _, StepState.Failed _ ->
                List.of(new SteerEvent.StepSkipped(c.task(), c.by(), c.reason()));
            case StepState.Running _,
                    StepState.Submitted _,
                    StepState.Done _,
                    StepState.Undone _,
                    StepState.Kept _,
                    StepState.Skipped _ -> Refusal.of("skip", c.task(), "it is " + Refusal.name(state.step(c.task())));
        };
    }

    private static List<Event> no(RunState state, String name) {
        return Refusal.of(name, state.plan().id(), "the run is " + Refusal.name(state.status()));
    }

    private static String name(SteerCommand command) {
        return switch (command) {
            case SteerCommand.Pause _ -> "pause";
            case SteerCommand.Continue _ -> "continue";
            case SteerCommand.Cancel _ -> "cancel";
            case SteerCommand.Skip _ -> "skip";
        };
    }
}
