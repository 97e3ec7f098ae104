package muster.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.plan.AgentId;
import muster.plan.Checking;
import muster.plan.GateId;
import muster.plan.TaskId;
import muster.run.BudgetEvent;
import muster.run.ClaimCommand;
import muster.run.ClaimEvent;
import muster.run.Command;
import muster.run.Event;
import muster.run.Hold;
import muster.run.Lease;
import muster.run.LoopEvent;
import muster.run.Place;
import muster.run.Purpose;
import muster.run.RevisionEvent;
import muster.run.RunPlan;
import muster.run.RunState;
import muster.run.SteerEvent;
import muster.run.Step;
import muster.run.StepState;

/// Knows nothing but the events, and what is wrong about them. It shares no code with the rules.
final class Onlooker {
    private final List<String> violations = new ArrayList<>();
    private final Set<TaskId> done = new HashSet<>();
    private final Set<TaskId> skipped = new HashSet<>();
    private final Set<GateId> passed = new HashSet<>();
    private final Map<TaskId, StepState.Attempt> valid = new HashMap<>();
    private final Map<TaskId, Hold> holds = new HashMap<>();
    private final Map<TaskId, StepState.Attempt> handedIn = new HashMap<>();
    private final Map<AgentId, Instant> seen = new HashMap<>();
    private final RoundsSeen rounds = new RoundsSeen(violations);
    private final SpendingSeen spending = new SpendingSeen(violations);
    private final TimeSeen time = new TimeSeen(violations);
    private final LossesSeen losses = new LossesSeen(violations);
    private RunPlan plan;
    private long largest;
    private boolean undoing;
    private boolean quiet;
    private String stalled = "";

    Onlooker(RunPlan plan) {
        this.plan = plan;
    }

    List<String> violations() {
        return violations;
    }

    void watch(Command command, List<Event> events, Instant now) {
        for (var event : events) {
            see(command, event, now);
        }
        time.after(holds.keySet(), now);
    }

    private void see(Command command, Event event, Instant now) {
        spending.see(event);
        switch (event) {
            case Event.OfAttempt e -> attempt(command, e, now);
            case ClaimEvent e -> claim(command, e, now);
            case SteerEvent e -> steer(e);
            case LoopEvent e -> round(e);
            case RevisionEvent.PlanRevised(var other, var _, var _, var _, var _) -> revised(other);
            case Event.GatePassed e -> passed.add(e.gate());
            case Event.RollbackStarted _ -> undoing = true;
            case Event.RunStalled(var why) -> stalled = why;
            case Event.RunFinished _, Event.RunRolledBack _ -> quiet = true;
            case BudgetEvent.Spent e -> time.spent(e, now);
            case Event.OfStep _, Event.OfGate _, Event.OfRun _, BudgetEvent.BudgetReached _ -> {}
        }
        losses.see(event);
    }

    private void attempt(Command command, Event.OfAttempt event, Instant now) {
        switch (event) {
            case Event.AttemptStarted e -> started(e);
            case Event.AttemptSucceeded e -> {
                word("success", e.task(), e.fence(), command);
                finished(e.task());
            }
            case Event.AttemptFailed e -> end("failure", e.task(), e.fence(), command);
            case Event.AttemptLost e -> lost(e, now);
            case Event.DecisionAsked e -> asked(e, command);
        }
    }

    private void claim(Command command, ClaimEvent event, Instant now) {
        switch (event) {
            case ClaimEvent.LeaseGranted e -> granted(e, now);
            case ClaimEvent.LeaseExtended e -> {
                word("heartbeat", e.task(), e.fence(), command);
                seen.put(e.by(), now);
                holds.computeIfPresent(e.task(), (_, hold) -> longer(hold, e.until()));
            }
            case ClaimEvent.ClaimReleased e -> end("release", e.task(), e.fence(), command);
            case ClaimEvent.TimeBoxEnded e -> overrun(e.task(), now);
            case ClaimEvent.PartEnded e -> {
                require(e.part() <= e.of(), e.task() + " takes more time-boxes than planned and nobody is asked");
                parted(command, e, now);
            }
            case ClaimEvent.WorkDelivered _ -> {}
            case ClaimEvent.WorkSubmitted e -> {
                handedIn.put(e.task(), new StepState.Attempt(e.fence(), e.by(), Place.OUTSIDE));
                end("hand-in", e.task(), e.fence(), command);
            }
            case ClaimEvent.WorkAccepted e -> checked(e);
            case ClaimEvent.WorkReturned e -> handedIn.remove(e.task());
            case ClaimEvent.LateResultTaken e -> late(e);
        }
    }

    private static Hold longer(Hold hold, Instant until) {
        return new Hold(hold.fence(), hold.by(), hold.since(), until, hold.length(), hold.writes(), hold.deadline());
    }

    private void steer(SteerEvent event) {
        switch (event) {
            case SteerEvent.StepSkipped e -> skipped.add(e.task());
            case SteerEvent.RunPaused _, SteerEvent.RunCancelled _ -> quiet = true;
            case SteerEvent.RunContinued _ -> quiet = false;
            case SteerEvent.RoundGranted e -> rounds.granted(e.loop());
            case SteerEvent.LoopSettled e -> rounds.settled(e.loop());
            case SteerEvent.BudgetRaised _ -> {}
        }
    }

    private void round(LoopEvent event) {
        var loop = plan.loops().stream()
                .filter(each -> each.id().equals(event.loop()))
                .findFirst()
                .orElseThrow();
        require(
                loop.steps().stream().allMatch(this::settled),
                "a round of " + loop.id() + " ends or begins before its steps are done");
        rounds.see(event, loop);
        if (event instanceof LoopEvent.RoundBegan) {
            done.removeAll(loop.steps());
            plan.gates().stream()
                    .filter(gate -> gate.after().stream().anyMatch(loop.steps()::contains))
                    .filter(gate -> loop.steps().stream()
                            .anyMatch(task -> plan.step(task).gates().contains(gate.id())))
                    .forEach(gate -> passed.remove(gate.id()));
        }
    }

    private boolean settled(TaskId task) {
        return done.contains(task) || skipped.contains(task);
    }

    private void revised(RunPlan other) {
        for (var step : plan.steps()) {
            var next = other.steps().stream()
                    .filter(each -> each.id().equals(step.id()))
                    .findFirst();
            var busy = valid.containsKey(step.id()) || handedIn.containsKey(step.id());
            require(
                    !busy || (next.isPresent() && next.get().action().equals(step.action())),
                    "a revision changes " + step.id() + ", which is under way");
            require(
                    !done.contains(step.id()) || next.isPresent(),
                    "a revision takes out " + step.id() + ", which is done");
        }
        plan = other;
    }

    private void started(Event.AttemptStarted event) {
        var attempt = event.attempt();
        require(attempt.fence() > largest, "fence " + attempt.fence() + " is not larger");
        require(!valid.containsKey(event.task()), event.task() + " has two attempts at one time");
        largest = attempt.fence();
        valid.put(event.task(), attempt);
        if (event.purpose() == Purpose.DO) {
            var step = plan.step(event.task());
            require(!quiet, step.id() + " begins though the run is paused or over");
            require(!done.contains(step.id()), step.id() + " begins again though it is done");
            require(step.needs().stream().allMatch(this::settled), step.id() + " begins before what it needs");
            step.needs().forEach(need -> rounds.needed(plan, need, step.id()));
            require(passed.containsAll(step.gates()), step.id() + " begins before its gate");
            spending.begins(step);
        }
    }

    private void granted(ClaimEvent.LeaseGranted event, Instant now) {
        var by = event.hold().by();
        holds.forEach((task, hold) -> require(
                task.equals(event.task())
                        || hold.writes().stream().noneMatch(event.hold().writes()::contains),
                event.task() + " and " + task + " write the same"));
        holds.put(event.task(), event.hold());
        time.granted(plan, event);
        var held = holds.values().stream().filter(hold -> hold.by().equals(by)).count();
        require(
                plan.team().stream().filter(agent -> agent.id().equals(by)).allMatch(agent -> held <= agent.capacity()),
                by + " holds more than its capacity");
        seen.put(by, now);
    }

    private void lost(Event.AttemptLost event, Instant now) {
        var hold = holds.get(event.task());
        if (hold != null) {
            var heard = seen.getOrDefault(hold.by(), hold.since());
            var silent = !now.isBefore(heard.plus(Lease.PATIENCE));
            require(silent && !now.isBefore(hold.until()), hold.by() + " lives but loses " + event.task());
        }
        drop(event.task());
    }

    private void overrun(TaskId task, Instant now) {
        var hold = holds.get(task);
        var box = hold == null ? null : hold.deadline();
        require(box != null && !now.isBefore(box), task + " is taken away before its time-box ended");
        drop(task);
    }

    /// By the clock, or shortly before by whoever holds the step.
    private void parted(Command command, ClaimEvent.PartEnded event, Instant now) {
        if (!(command instanceof ClaimCommand.HandOn)) {
            overrun(event.task(), now);
            return;
        }
        var hold = holds.get(event.task());
        var from = hold == null ? null : hold.handOnFrom();
        require(from != null && !now.isBefore(from), event.task() + " is handed on long before its time-box ends");
        end("hand-on", event.task(), event.fence(), command);
    }

    /// By whoever holds the step, or by the rules once it was lost too often or took all its time-boxes.
    private void asked(Event.DecisionAsked event, Command command) {
        if (!losses.mayAsk(event.task())) {
            end("question", event.task(), event.fence(), command);
        }
    }

    private void late(ClaimEvent.LateResultTaken event) {
        require(!valid.containsKey(event.task()), event.task() + " is taken late though somebody is at it");
        if (plan.step(event.task()).terms().checking() == Checking.NONE) {
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
            var wanted = plan.step(task).terms().deliverables();
            require(
                    undoing || said.delivered().keySet().containsAll(wanted),
                    task + " counts without its deliverables");
        }
    }

    private void drop(TaskId task) {
        valid.remove(task);
        holds.remove(task);
    }

    /// The last look, once everybody did what could be done.
    void end(RunState state) {
        var missing = plan.steps().stream()
                .map(Step::id)
                .filter(task -> !settled(task))
                .toList();
        switch (state.status()) {
            case FINISHED -> require(missing.isEmpty(), "finished without " + missing);
            case STALLED -> require(!stalled.isBlank(), "stalled without a word");
            case RUNNING -> require(false, "neither ends nor stalls: " + missing);
            case NOT_STARTED, PAUSED, CANCELLED, ROLLING_BACK, ROLLBACK_STALLED, ROLLED_BACK -> {}
        }
        spending.end(state);
        time.end(state);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            violations.add(otherwise);
        }
    }
}
