package muster.run;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import muster.plan.AgentId;
import muster.plan.Checking;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// What each event changes. Events are facts: nothing is checked here.
final class Replay {
    /// In whose name a run begins.
    private static final AgentId BASELINE = new AgentId("muster");

    private Replay() {}

    static RunState apply(RunState state, Event event) {
        return switch (event) {
            case ClaimEvent e -> claim(state, e);
            case SteerEvent e -> steered(state, e);
            case LoopEvent e -> round(state, e);
            case BudgetEvent e -> spent(state, e);
            case RevisionEvent.PlanRevised e -> revised(state, e);
            case Event.RunStarted e -> begun(state, e);
            case Event.StepReady e -> ready(state, e.task(), Purpose.DO, e.notBefore());
            case Event.StepHeld e ->
                state.with(e.task(), new StepState.Waiting(state.step(e.task()).failures()));
            case Event.AttemptStarted e -> started(state, e);
            case Event.AttemptSucceeded e -> done(state, e.task(), e.outputs());
            case Event.AttemptFailed e -> failed(state, e);
            case Event.RetryScheduled e -> retried(state, e);
            case Event.AttemptLost e -> lost(state, e);
            case Event.DecisionAsked e -> asked(state, e);
            case Event.DecisionMade e -> answered(state, e);
            case Event.ManualDone e -> done(state, e.task(), e.outputs());
            case Event.RetryGranted e -> afresh(state, e);
            case Event.UndoReady e ->
                ready(state.with(e.task(), new StepState.Waiting(0)), e.task(), Purpose.UNDO, e.notBefore());
            case Event.UndoSkipped e ->
                state.with(e.task(), new StepState.Kept()).untouching(e.task());
            case Event.FactsReported e -> state.withFacts(e.holding(), e.failing());
            case Event.GateOpened e -> state.with(e.gate(), new GateState.Open(new TreeSet<>()));
            case Event.GateApproved e -> approved(state, e);
            case Event.GateRejected e -> state.with(e.gate(), new GateState.Rejected(e.by(), e.reason()));
            case Event.GateReopened e -> state.with(e.gate(), new GateState.Open(new TreeSet<>()));
            case Event.GatePassed e -> state.with(e.gate(), new GateState.Passed());
            case Event.RunStalled _ -> state.with(stalled(state.status()));
            case Event.RunResumed _ -> state.with(resumed(state.status()));
            case Event.RunFinished _ -> state.with(RunStatus.FINISHED);
            case Event.RollbackStarted _ -> state.with(RunStatus.ROLLING_BACK);
            case Event.RunRolledBack _ -> state.with(RunStatus.ROLLED_BACK);
            case Event.StepFailed _, Event.AuditRecorded _, Event.Noted _, Event.Refused _ -> state;
        };
    }

    private static RunState claim(RunState state, ClaimEvent event) {
        return switch (event) {
            case ClaimEvent.LeaseGranted(var task, var hold, var before) ->
                state.with(state.claims()
                        .startingFrom(task, before)
                        .holding(task, hold)
                        .heard(hold.by(), hold.since()));
            case ClaimEvent.LeaseExtended e -> extended(state, e);
            case ClaimEvent.ClaimReleased e -> released(state, e.task());
            case ClaimEvent.TimeBoxEnded e -> overrun(state, e);
            case ClaimEvent.PartEnded(var task, var _, var _, var _, var _) -> parted(state, task);
            case ClaimEvent.WorkDelivered e -> state.with(state.claims().delivering(e.task(), e.digests()));
            case ClaimEvent.LateResultTaken e -> late(state, e);
            case ClaimEvent.WorkSubmitted e -> submitted(state, e);
            case ClaimEvent.WorkAccepted e -> accepted(state, e);
            case ClaimEvent.WorkReturned e -> returned(state, e);
        };
    }

    private static RunState steered(RunState state, SteerEvent event) {
        return switch (event) {
            case SteerEvent.RunPaused _ -> state.with(RunStatus.PAUSED);
            case SteerEvent.RunContinued _ -> state.with(RunStatus.RUNNING);
            case SteerEvent.RunCancelled _ -> state.with(RunStatus.CANCELLED);
            case SteerEvent.StepSkipped(var task, var by, var reason) ->
                state.with(task, new StepState.Skipped(by, reason));
            case SteerEvent.BudgetRaised e ->
                state.with(state.course()
                        .with(e.budget(), state.course().budget(e.budget()).granting(e.more())));
            case SteerEvent.RoundGranted _ -> state;
            case SteerEvent.LoopSettled e ->
                state.with(state.course()
                        .with(e.loop(), state.course().loop(e.loop()).standing(LoopState.Standing.ACCEPTED)));
        };
    }

    private static RunState begun(RunState state, Event.RunStarted event) {
        var first = new Course.Revision(
                state.version() + 1, event.digest(), BASELINE, "the plan as it was approved", List.of());
        return state.with(state.course().with(first)).started(event.plan(), event.facts());
    }

    private static RunState revised(RunState state, RevisionEvent.PlanRevised event) {
        var next =
                new Course.Revision(state.version() + 1, event.digest(), event.by(), event.reason(), event.changes());
        return state.with(state.course().with(next)).following(event.plan());
    }

    private static RunState round(RunState state, LoopEvent event) {
        var loop = state.plan().loops().stream()
                .filter(each -> each.id().equals(event.loop()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no loop " + event.loop() + " in the run"));
        var at = state.course().loop(loop.id());
        return switch (event) {
            case LoopEvent.RoundEnded e -> {
                var round = new LoopState.Round(e.round(), e.changed());
                var over = at.over(round, LoopRules.results(state, loop)).standing(e.standing());
                yield state.with(state.course().with(loop.id(), over));
            }
            case LoopEvent.RoundBegan e ->
                afresh(state.with(state.course().with(loop.id(), at.begun(e.round()))), loop);
        };
    }

    /// All steps of the loop wait again but for those that the run does without, and so do the gates within it.
    private static RunState afresh(RunState state, RunLoop loop) {
        var current = state;
        for (var task : loop.steps()) {
            if (!(current.step(task) instanceof StepState.Skipped)) {
                var step = current.plan().step(task);
                current = current.with(task, new StepState.Waiting(0))
                        .withFacts(List.of(), step.provides())
                        .withFacts(List.of(), List.of(step.done()));
                current = current.with(current.claims().forgetting(task));
            }
        }
        for (var gate : current.plan().gates()) {
            var after = gate.after().stream().anyMatch(loop.steps()::contains);
            if (after && Conditions.within(current.plan(), gate, loop)) {
                current = current.with(gate.id(), new GateState.Closed());
            }
        }
        return current;
    }

    private static RunState spent(RunState state, BudgetEvent event) {
        return switch (event) {
            case BudgetEvent.Spent e -> {
                var course = state.course();
                for (var amount : e.amounts().entrySet()) {
                    course = course.with(
                            amount.getKey(), course.budget(amount.getKey()).spending(amount.getValue()));
                }
                yield state.with(course);
            }
            case BudgetEvent.BudgetReached e ->
                state.with(state.course()
                        .with(e.budget(), state.course().budget(e.budget()).at(e.alarm())));
        };
    }

    private static RunState submitted(RunState state, ClaimEvent.WorkSubmitted event) {
        var before = state.step(event.task());
        var attempt = new StepState.Attempt(event.fence(), event.by(), Place.OUTSIDE);
        return state.with(
                        event.task(),
                        new StepState.Submitted(before.purpose(), before.failures(), attempt, event.outputs()))
                .touching(event.task());
    }

    private static RunState accepted(RunState state, ClaimEvent.WorkAccepted event) {
        return state.step(event.task()) instanceof StepState.Submitted(var _, var _, var _, var outputs)
                ? done(state, event.task(), outputs)
                : state;
    }

    private static RunState returned(RunState state, ClaimEvent.WorkReturned event) {
        var free = again(state, event.task(), Instant.EPOCH);
        return free.with(free.claims().returning(event.task(), event.reason()));
    }

    /// A late result is checked like any other.
    private static RunState late(RunState state, ClaimEvent.LateResultTaken event) {
        var submitted = new ClaimEvent.WorkSubmitted(event.task(), event.fence(), event.by(), event.outputs());
        return state.plan().step(event.task()).terms().checking() == Checking.NONE
                ? done(state, event.task(), event.outputs())
                : submitted(state, submitted);
    }

    private static RunState extended(RunState state, ClaimEvent.LeaseExtended event) {
        var hold = state.claims().hold(event.task());
        var heard = state.claims().heard(event.by(), event.at());
        return state.with(hold == null ? heard : heard.holding(event.task(), hold.until(event.until())));
    }

    private static RunState ready(RunState state, TaskId task, Purpose purpose, Instant notBefore) {
        return state.with(task, new StepState.Ready(purpose, state.step(task).failures(), notBefore));
    }

    private static RunState again(RunState state, TaskId task, Instant notBefore) {
        return ready(state, task, state.step(task).purpose(), notBefore);
    }

    private static RunState afresh(RunState state, Event.RetryGranted event) {
        var purpose = state.step(event.task()).purpose();
        return state.with(event.task(), new StepState.Ready(purpose, 0, event.notBefore()));
    }

    private static RunState started(RunState state, Event.AttemptStarted event) {
        var failures = state.step(event.task()).failures();
        return state.with(event.task(), new StepState.Running(event.purpose(), failures, event.attempt()))
                .withFence(event.attempt().fence());
    }

    private static RunState done(RunState state, TaskId task, SortedMap<String, String> outputs) {
        var step = state.plan().step(task);
        return switch (state.step(task).purpose()) {
            case DO ->
                state.with(task, new StepState.Done(outputs))
                        .touching(task)
                        .withFacts(step.provides(), List.of())
                        .withFacts(List.of(step.done()), List.of());
            case UNDO ->
                state.with(task, new StepState.Undone())
                        .untouching(task)
                        .withFacts(List.of(), step.provides())
                        .withFacts(List.of(), List.of(step.done()));
        };
    }

    private static RunState failed(RunState state, Event.AttemptFailed event) {
        var before = state.step(event.task());
        return state.with(event.task(), new StepState.Failed(before.purpose(), before.failures() + 1, event.why()));
    }

    /// What a lost attempt did is unknown, so a rollback has to undo it.
    private static RunState lost(RunState state, Event.AttemptLost event) {
        var hold = state.claims().hold(event.task());
        var free = again(state, event.task(), Instant.EPOCH).touching(event.task());
        var counted = free.with(free.claims().losing(event.task()));
        return lapsing(counted, event.task(), hold);
    }

    /// The agent may be at it still.
    private static RunState overrun(RunState state, ClaimEvent.TimeBoxEnded event) {
        var hold = state.claims().hold(event.task());
        var before = state.step(event.task());
        var failed = new StepState.Failed(before.purpose(), before.failures() + 1, event.why());
        return lapsing(state.with(event.task(), failed).touching(event.task()), event.task(), hold);
    }

    /// The agent may be at it still.
    private static RunState parted(RunState state, TaskId task) {
        var hold = state.claims().hold(task);
        var free = again(state, task, Instant.EPOCH).touching(task);
        var counted = free.with(free.claims().keeping(task).parting(task));
        return lapsing(counted, task, hold);
    }

    /// A result that is late for a lease or a time-box may still come before the next attempt.
    private static RunState retried(RunState state, Event.RetryScheduled event) {
        var late = state.claims().lapsed().get(event.task());
        return lapsing(again(state, event.task(), event.notBefore()), event.task(), late);
    }

    /// The same.
    private static RunState answered(RunState state, Event.DecisionMade event) {
        var late = state.claims().lapsed().get(event.task());
        var free = again(state, event.task(), event.notBefore()).withAnswer(event.task(), event.answer());
        return lapsing(free, event.task(), late);
    }

    private static RunState lapsing(RunState state, TaskId task, @Nullable Hold late) {
        return late == null ? state : state.with(state.claims().lapsing(task, late));
    }

    private static RunState released(RunState state, TaskId task) {
        var free = again(state, task, Instant.EPOCH).touching(task);
        return free.with(free.claims().keeping(task));
    }

    private static RunState asked(RunState state, Event.DecisionAsked event) {
        var before = state.step(event.task());
        var late = state.claims().lapsed().get(event.task());
        var blocked = state.with(
                        event.task(), new StepState.Blocked(before.purpose(), before.failures(), event.questions()))
                .touching(event.task());
        return lapsing(blocked, event.task(), late);
    }

    private static RunState approved(RunState state, Event.GateApproved event) {
        var by = state.gate(event.gate()) instanceof GateState.Open(var before)
                ? new TreeSet<>(before)
                : new TreeSet<AgentId>();
        by.add(event.by());
        return state.with(event.gate(), new GateState.Open(by));
    }

    private static RunStatus stalled(RunStatus status) {
        return status == RunStatus.ROLLING_BACK ? RunStatus.ROLLBACK_STALLED : RunStatus.STALLED;
    }

    private static RunStatus resumed(RunStatus status) {
        return status == RunStatus.ROLLBACK_STALLED ? RunStatus.ROLLING_BACK : RunStatus.RUNNING;
    }
}
