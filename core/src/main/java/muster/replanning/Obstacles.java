package muster.replanning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import muster.run.RunState;
import muster.run.StepState;

/// What keeps a run from going on as planned.
record Obstacles(RunState state, Words words) {

    /// One sentence each; empty if nothing does.
    List<String> to(List<StepChange> steps) {
        var against = new ArrayList<String>();
        switch (state.status()) {
            case RUNNING, STALLED, PAUSED -> {}
            case NOT_STARTED, FINISHED, CANCELLED, ROLLING_BACK, ROLLBACK_STALLED, ROLLED_BACK ->
                against.add("the run is "
                        + state.status().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        steps.stream()
                .filter(step -> step.kind() == StepChange.Kind.DROPPED)
                .map(this::underWay)
                .filter(why -> !why.isEmpty())
                .forEach(against::add);
        return against;
    }

    private String underWay(StepChange step) {
        var told = words.dropped().contains(step.task());
        return switch (state.step(step.task())) {
            case StepState.Running(var _, var _, var attempt) ->
                told ? "" : step.task() + " is under way by " + attempt.by() + ", yet " + step.why();
            case StepState.Blocked _ -> told ? "" : step.task() + " waits for an answer, yet " + step.why();
            case StepState.Submitted _ -> step.task() + " is handed in and waits for a check, yet " + step.why();
            case StepState.Waiting _,
                    StepState.Ready _,
                    StepState.Failed _,
                    StepState.Skipped _,
                    StepState.Done _,
                    StepState.Undone _,
                    StepState.Kept _ -> "";
        };
    }
}
