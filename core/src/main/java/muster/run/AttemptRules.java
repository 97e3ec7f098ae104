package muster.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// How attempts begin and end.
final class AttemptRules {
    /// Longest back-off after the first failure; it doubles with every further one. A common choice for retries of
    /// calls.
    static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);

    /// The longest back-off, so that a repaired receiver is found within minutes.
    static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);

    private AttemptRules() {}

    static List<Event> claim(RunState state, Command.Claim command, Instant now) {
        var unknown = Refusal.unknown("claim", state, command.task());
        if (unknown != null) {
            return unknown;
        }
        if (!(state.step(command.task()) instanceof StepState.Ready ready)) {
            return Refusal.of("claim", command.task(), "it is " + Refusal.name(state.step(command.task())));
        }
        if (!state.plan().step(command.task()).belongsTo(command.by())) {
            return Refusal.of("claim", command.task(), command.by() + " is not an owner");
        }
        if (now.isBefore(ready.notBefore())) {
            return Refusal.of("claim", command.task(), "not before " + ready.notBefore());
        }
        if (!Conditions.turn(state, ready.purpose())) {
            return Refusal.of("claim", command.task(), "the run is " + Refusal.name(state.status()));
        }
        var poor = Claimable.poor(state, state.plan().step(command.task()), now);
        if (poor != null) {
            return Refusal.of("claim", command.task(), poor);
        }
        var attempt = new StepState.Attempt(state.fence() + 1, command.by(), command.place());
        var key = state.plan().idempotencyKey(command.task(), ready.purpose(), state.round(command.task()));
        return List.of(new Event.AttemptStarted(command.task(), ready.purpose(), attempt, key));
    }

    static List<Event> succeed(RunState state, Command.Succeed c) {
        var stale = stale(state, "succeed", c.task(), c.fence());
        return stale == null ? List.of(new Event.AttemptSucceeded(c.task(), c.fence(), c.outputs())) : stale;
    }

    static List<Event> ask(RunState state, Command.Ask c) {
        var stale = stale(state, "ask", c.task(), c.fence());
        return stale == null ? List.of(new Event.DecisionAsked(c.task(), c.fence(), c.questions())) : stale;
    }

    static List<Event> lose(RunState state, Command.Lose c) {
        var stale = stale(state, "lose", c.task(), c.fence());
        return stale == null ? lost(state, new Event.AttemptLost(c.task(), c.fence(), c.why())) : stale;
    }

    static List<Event> fail(RunState state, Command.Fail c, Instant now) {
        var stale = stale(state, "fail", c.task(), c.fence());
        return stale == null ? failed(state, c, now) : stale;
    }

    static List<Event> recover(RunState state, Command.Recover command) {
        var lost = new ArrayList<Event>();
        state.steps().forEach((task, step) -> {
            if (step instanceof StepState.Running(var _, var _, var attempt)
                    && attempt.place() == Place.ENGINE
                    && !command.live().contains(attempt.fence())) {
                var why = "the engine stopped before it had an outcome";
                lost.addAll(lost(state, new Event.AttemptLost(task, attempt.fence(), why)));
            }
        });
        return lost;
    }

    /// A lost attempt is no failure, but whoever takes the step next may be lost by it as well.
    static List<Event> lost(RunState state, Event.AttemptLost lost) {
        var times = state.claims().losses().getOrDefault(lost.task(), 0) + 1;
        var question = "Shall it be tried again? It was lost " + times + " times in a row, the last time because "
                + lost.why();
        return times < Lease.MOST_LOSSES
                ? List.of(lost)
                : List.of(lost, new Event.DecisionAsked(lost.task(), lost.fence(), List.of(question)));
    }

    static List<Event> failed(RunState state, Command.Fail c, Instant now) {
        var failed = new Event.AttemptFailed(c.task(), c.fence(), c.why());
        var failures = state.step(c.task()).failures();
        return failures < state.plan().step(c.task()).retries()
                ? List.of(failed, new Event.RetryScheduled(c.task(), now.plus(backOff(state, c, failures))))
                : List.of(failed, new Event.StepFailed(c.task(), c.why()));
    }

    /// Between half and the whole of a time that doubles, so that those who failed together do not come back together.
    /// The share follows from run, step and fence alone; the event keeps the instant.
    private static Duration backOff(RunState state, Command.Fail c, int failures) {
        var doubled = FIRST_BACK_OFF.multipliedBy(1L << failures);
        var whole = doubled.compareTo(LONGEST_BACK_OFF) < 0 ? doubled : LONGEST_BACK_OFF;
        var seed = (state.plan().id() + "/" + c.task() + "/" + c.fence()).hashCode();
        var share = new SplittableRandom(seed).nextLong(whole.toMillis() / 2 + 1);
        return whole.minusMillis(share);
    }

    /// The refusal of what does not come from the attempt that is under way, told by its fence; null if it does.
    private static @Nullable List<Event> stale(RunState state, String command, TaskId task, long fence) {
        var unknown = Refusal.unknown(command, state, task);
        if (unknown != null) {
            return unknown;
        }
        var step = state.step(task);
        if (!(step instanceof StepState.Running(var _, var _, var attempt))) {
            return Refusal.of(command, task, "it is " + Refusal.name(step) + ", fence " + fence + " is stale");
        }
        if (state.claims().hold(task) != null && !command.equals("lose")) {
            return Refusal.of(command, task, "it is held by " + attempt.by() + ", who reports as the holder");
        }
        return attempt.fence() == fence
                ? null
                : Refusal.of(command, task, "fence " + fence + " is stale, the attempt has " + attempt.fence());
    }
}
