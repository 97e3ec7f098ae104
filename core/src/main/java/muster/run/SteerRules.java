package muster.run;

import java.util.List;
import java.util.stream.Stream;
import muster.plan.PhaseId;
import org.jspecify.annotations.Nullable;

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
            case SteerCommand.Raise c -> raise(state, c);
            case SteerCommand.Again c -> again(state, c);
            case SteerCommand.Settle c -> settle(state, c);
        };
    }

    private static List<Event> raise(RunState state, SteerCommand.Raise c) {
        if (!state.course().budgets().containsKey(c.budget())) {
            return Refusal.of("raise", c.budget(), "the run has no such budget");
        }
        return c.more().signum() > 0
                ? List.of(new SteerEvent.BudgetRaised(c.budget(), c.more(), c.by(), c.reason()))
                : Refusal.of(
                        "raise",
                        c.budget(),
                        "it must be above 0, got " + c.more().toPlainString());
    }

    private static List<Event> again(RunState state, SteerCommand.Again c) {
        var why = undecided(state, c.loop());
        return why == null
                ? state.plan().loops().stream()
                        .filter(loop -> loop.id().equals(c.loop()))
                        .flatMap(loop -> Stream.of(
                                new SteerEvent.RoundGranted(c.loop(), c.by(), c.reason()), LoopRules.next(state, loop)))
                        .toList()
                : Refusal.of("again", c.loop(), why);
    }

    private static List<Event> settle(RunState state, SteerCommand.Settle c) {
        var why = undecided(state, c.loop());
        return why == null
                ? List.of(new SteerEvent.LoopSettled(c.loop(), c.by(), c.reason()))
                : Refusal.of("settle", c.loop(), why);
    }

    /// Why nothing is to be decided of the loop; null if it waits for a word.
    private static @Nullable String undecided(RunState state, PhaseId id) {
        var loop = state.course().loops().get(id);
        if (loop == null) {
            return "the run has no such loop";
        }
        if (!Conditions.turnOrStalled(state, Purpose.DO)) {
            return "the run is " + Refusal.name(state.status());
        }
        return switch (loop.standing()) {
            case ASKED, EXHAUSTED -> null;
            case UNDER_WAY, CONVERGED, ACCEPTED -> "round " + loop.round() + " is " + Refusal.name(loop.standing());
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
            case SteerCommand.Raise _ -> "raise";
            case SteerCommand.Again _ -> "again";
            case SteerCommand.Settle _ -> "settle";
        };
    }
}
