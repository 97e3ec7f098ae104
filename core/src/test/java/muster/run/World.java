package muster.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.plan.AgentId;
import muster.plan.GateId;
import muster.plan.TaskId;

/// What an onlooker knows who reads nothing but the events, and what he finds wrong. It shares no code with the rules.
final class World {
    final List<String> violations = new ArrayList<>();
    final Set<TaskId> done = new HashSet<>();
    private final RunPlan plan;
    private final Set<TaskId> skipped = new HashSet<>();
    private final Set<GateId> passed = new HashSet<>();
    private final Map<TaskId, StepState.Attempt> valid = new HashMap<>();
    private final Map<TaskId, Hold> holds = new HashMap<>();
    private final Map<TaskId, StepState.Attempt> handedIn = new HashMap<>();
    private final Map<AgentId, Instant> seen = new HashMap<>();
    private long largest;
    private boolean undoing;

    World(RunPlan plan) {
        this.plan = plan;
    }

    void watch(Command command, List<Event> events, Instant now) {
        for (var event : events) {
            see(command, event, now);
        }
    }

    private void see(Command command, Event event, Instant now) {
        switch (event) {
            case Event.AttemptStarted e -> started(e);
            case Event.AttemptSucceeded e -> {
                word("success", e.task(), e.fence(), command);
                finished(e.task());
            }
            case Event.AttemptFailed e -> end("failure", e.task(), e.fence(), command);
            case Event.AttemptLost e -> lost(e, now);
            case ClaimEvent.LeaseGranted e -> granted(e, now);
            case ClaimEvent.LeaseExtended e -> {
                word("heartbeat", e.task(), e.fence(), command);
                seen.put(e.by(), now);
                holds.computeIfPresent(e.task(), (_, hold) -> hold.until(e.until()));
            }
            case ClaimEvent.ClaimReleased e -> end("release", e.task(), e.fence(), command);
            case ClaimEvent.WorkSubmitted e -> {
                handedIn.put(e.task(), valid.get(e.task()));
                end("hand-in", e.task(), e.fence(), command);
            }
            case ClaimEvent.WorkAccepted e -> checked(e);
            case ClaimEvent.WorkReturned e -> handedIn.remove(e.task());
            case ClaimEvent.LateResultTaken e -> late(e);
            case SteerEvent.StepSkipped e -> skipped.add(e.task());
            case Event.GatePassed e -> passed.add(e.gate());
            case Event.RollbackStarted _ -> undoing = true;
            default -> {}
        }
    }

    private void started(Event.AttemptStarted event) {
        require(event.attempt().fence() > largest, "fence " + event.attempt().fence() + " is not larger");
        require(!valid.containsKey(event.task()), event.task() + " has two attempts at one time");
        largest = event.attempt().fence();
        valid.put(event.task(), event.attempt());
        if (event.purpose() == Purpose.DO) {
            var step = plan.step(event.task());
            require(!done.contains(step.id()), step.id() + " begins again though it is done");
            require(
                    step.needs().stream().allMatch(need -> done.contains(need) || skipped.contains(need)),
                    step.id() + " begins before what it needs");
            require(passed.containsAll(step.gates()), step.id() + " begins before its gate");
        }
    }

    private void granted(ClaimEvent.LeaseGranted event, Instant now) {
        holds.forEach((task, hold) -> require(
                task.equals(event.task())
                        || hold.writes().stream().noneMatch(event.hold().writes()::contains),
                event.task() + " and " + task + " write the same"));
        holds.put(event.task(), event.hold());
        seen.put(event.hold().by(), now);
    }

    private void lost(Event.AttemptLost event, Instant now) {
        var hold = holds.get(event.task());
        if (hold != null) {
            var boxed = hold.deadline() != null && !now.isBefore(hold.deadline());
            var silent = !now.isBefore(seen.get(hold.by()).plusSeconds(300));
            require(boxed || (silent && !now.isBefore(hold.until())), hold.by() + " lives but loses " + event.task());
        }
        drop(event.task());
    }

    private void late(ClaimEvent.LateResultTaken event) {
        require(!valid.containsKey(event.task()), event.task() + " is taken late though somebody is at it");
        if (plan.step(event.task()).terms().checking() == Terms.Checking.NONE) {
            finished(event.task());
        } else {
            handedIn.put(event.task(), new StepState.Attempt(event.fence(), event.by(), Place.OUTSIDE));
        }
    }

    private void checked(ClaimEvent.WorkAccepted event) {
        var attempt = handedIn.remove(event.task());
        require(attempt != null && attempt.fence() == event.fence(), event.task() + " is accepted but not handed in");
        require(attempt != null && !attempt.by().equals(event.by()), event.by() + " checks its own work");
        finished(event.task());
    }

    private void finished(TaskId task) {
        if (!undoing) {
            require(done.add(task), task + " is done twice");
        }
        drop(task);
    }

    private void end(String what, TaskId task, long fence, Command command) {
        word(what, task, fence, command);
        drop(task);
    }

    /// Both what was written and who said it must be of the attempt that is under way.
    private void word(String what, TaskId task, long fence, Command command) {
        var attempt = valid.get(task);
        require(attempt != null && attempt.fence() == fence, "stale " + what + " of " + task + " is accepted");
        if (command instanceof ClaimCommand.Finish said) {
            require(attempt != null && said.fence() == attempt.fence(), "stale " + what + " of " + task + " counts");
            require(attempt != null && said.by().equals(attempt.by()), said.by() + " finishes what it does not hold");
            require(
                    undoing
                            || said.delivered()
                                    .keySet()
                                    .containsAll(plan.step(task).terms().deliverables()),
                    task + " counts without its deliverables");
        }
    }

    private void drop(TaskId task) {
        valid.remove(task);
        holds.remove(task);
    }

    void end(RunState state) {
        var missing = plan.steps().stream()
                .map(Step::id)
                .filter(task -> !done.contains(task) && !skipped.contains(task))
                .toList();
        switch (state.status()) {
            case FINISHED -> require(missing.isEmpty(), "finished without " + missing);
            case STALLED -> require(!Conditions.whyStalled(state).isBlank(), "stalled without a word");
            case RUNNING -> require(false, "neither ends nor stalls: " + state.steps());
            case NOT_STARTED, PAUSED, CANCELLED, ROLLING_BACK, ROLLBACK_STALLED, ROLLED_BACK -> {}
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            violations.add(otherwise);
        }
    }
}
