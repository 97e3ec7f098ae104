package muster.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import muster.plan.AgentId;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// How agents from outside get steps, keep them and report what came of them. No word about a claim counts without the
/// fence it was given.
final class ClaimRules {
    /// A heartbeat that would extend the lease by less than this part of it leaves no event: else they would be most of
    /// the journal.
    private static final int FINEST = 10;

    private ClaimRules() {}

    static List<Event> decide(RunState state, ClaimCommand command, Instant now) {
        return switch (command) {
            case ClaimCommand.Take c -> take(state, c, now);
            case ClaimCommand.Beat c -> beat(state, c, now);
            case ClaimCommand.Finish c -> FinishRules.finish(state, c);
            case ClaimCommand.GiveUp c -> giveUp(state, c, now);
            case ClaimCommand.Ask c -> ask(state, c);
            case ClaimCommand.Release c -> release(state, c);
            case ClaimCommand.HandOn c -> handOn(state, c, now);
            case ClaimCommand.Accept c -> CheckRules.accept(state, c);
            case ClaimCommand.SendBack c -> CheckRules.sendBack(state, c);
            case ClaimCommand.Spend c -> BudgetRules.spend(state, c);
            case ClaimCommand.Expire _ -> expire(state, now);
        };
    }

    private static List<Event> take(RunState state, ClaimCommand.Take c, Instant now) {
        var why = Claimable.obstacle(state, c, now);
        if (why != null) {
            return Refusal.of("claim", c.task(), why);
        }
        var step = state.plan().step(c.task());
        var purpose = state.step(c.task()).purpose();
        var attempt = new StepState.Attempt(state.fence() + 1, c.by(), Place.OUTSIDE);
        var started = new Event.AttemptStarted(
                c.task(), purpose, attempt, state.plan().idempotencyKey(c.task(), purpose, state.round(c.task())));
        var box = step.terms().timeBox();
        var hold = new Hold(
                attempt.fence(),
                c.by(),
                now,
                now.plus(c.lease()),
                c.lease(),
                Claimable.writes(step, c),
                box == null ? null : WorkingTime.after(state.plan().calendar(c.by()), now, box));
        return List.of(started, new ClaimEvent.LeaseGranted(c.task(), hold, c.before()));
    }

    private static List<Event> beat(RunState state, ClaimCommand.Beat c, Instant now) {
        var why = stale(state, c.task(), c.fence(), c.by());
        if (why != null) {
            return Refusal.of("heartbeat", c.task(), why);
        }
        var hold = Objects.requireNonNull(state.claims().hold(c.task()));
        var until = now.plus(hold.length());
        var gained = Duration.between(hold.until(), until);
        return gained.compareTo(hold.length().dividedBy(FINEST)) < 0
                ? List.of()
                : List.of(new ClaimEvent.LeaseExtended(c.task(), c.fence(), c.by(), now, until));
    }

    private static List<Event> giveUp(RunState state, ClaimCommand.GiveUp c, Instant now) {
        var why = stale(state, c.task(), c.fence(), c.by());
        return why == null
                ? AttemptRules.failed(state, new Command.Fail(c.task(), c.fence(), c.why()), now)
                : Refusal.of("done", c.task(), why);
    }

    private static List<Event> ask(RunState state, ClaimCommand.Ask c) {
        var empty = c.questions().isEmpty() || c.questions().stream().anyMatch(String::isBlank);
        var why = empty ? "a question has words" : stale(state, c.task(), c.fence(), c.by());
        return why == null
                ? List.of(new Event.DecisionAsked(c.task(), c.fence(), c.questions()))
                : Refusal.of("ask", c.task(), why);
    }

    private static List<Event> release(RunState state, ClaimCommand.Release c) {
        var why = c.reason().isBlank()
                ? "laying a claim down needs a reason, for whoever takes it next"
                : stale(state, c.task(), c.fence(), c.by());
        return why == null
                ? List.of(new ClaimEvent.ClaimReleased(c.task(), c.fence(), c.by(), c.reason()))
                : Refusal.of("release", c.task(), why);
    }

    private static List<Event> handOn(RunState state, ClaimCommand.HandOn c, Instant now) {
        var why = stale(state, c.task(), c.fence(), c.by());
        if (why != null) {
            return Refusal.of("hand-on", c.task(), why);
        }
        var hold = Objects.requireNonNull(state.claims().hold(c.task()));
        var from = hold.handOnFrom();
        return from == null || now.isBefore(from)
                ? Refusal.of("hand-on", c.task(), from == null ? "it has no time-box" : "not before " + from)
                : partEnded(state, c.task(), hold);
    }

    private static List<Event> expire(RunState state, Instant now) {
        var ended = new ArrayList<Event>();
        state.claims().holds().forEach((task, hold) -> {
            if (!now.isBefore(state.claims().lostAt(hold))) {
                ended.addAll(ended(state, task, hold));
            }
        });
        return ended;
    }

    /// Whichever ended first, lease or time-box, decides, so that it does not matter when somebody looks.
    private static List<Event> ended(RunState state, TaskId task, Hold hold) {
        if (state.claims().lostAt(hold).equals(hold.deadline())) {
            return partEnded(state, task, hold);
        }
        var seen = state.claims().seen().getOrDefault(hold.by(), hold.since());
        var why = "the lease of " + hold.by() + " ended at " + hold.until() + " and nothing was heard since " + seen;
        return AttemptRules.lost(state, new Event.AttemptLost(task, hold.fence(), why));
    }

    /// That a time-box ends is no failure: who claims the step next goes on with it. Once it has taken as many as
    /// it was planned to, somebody has to say whether it goes on.
    private static List<Event> partEnded(RunState state, TaskId task, Hold hold) {
        var of = state.plan().step(task).terms().parts();
        var part = state.claims().parts().getOrDefault(task, 0) + 1;
        var ended = new ClaimEvent.PartEnded(task, hold.fence(), hold.by(), part, of);
        var planned = of == 1 ? "the time-box that it was" : "all " + of + " time-boxes that it was";
        var question = "Shall it go on? It took " + planned + " planned to take, the last held by " + hold.by()
                + " until " + hold.deadline();
        return part < of
                ? List.of(ended)
                : List.of(ended, new Event.DecisionAsked(task, hold.fence(), List.of(question)));
    }

    /// Why the word of an agent about a step does not count; null if it does.
    static @Nullable String stale(RunState state, TaskId task, long fence, AgentId by) {
        if (!state.steps().containsKey(task)) {
            return "the run has no such step";
        }
        var hold = state.claims().hold(task);
        if (hold == null) {
            return "nobody holds it, it is " + Refusal.name(state.step(task)) + "; fence " + fence + " is stale";
        }
        if (hold.fence() != fence) {
            return "fence " + fence + " is stale, the claim of " + hold.by() + " has " + hold.fence();
        }
        return hold.by().equals(by) ? null : "it is held by " + hold.by() + ", not by " + by;
    }
}
