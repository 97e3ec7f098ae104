package muster.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import muster.plan.LateResults;
import muster.plan.LoopRule;
import muster.plan.TaskId;

/// Done is a claim: it counts once the deliverables are there, not empty and not those that were there before.
final class FinishRules {
    private FinishRules() {}

    static List<Event> finish(RunState state, ClaimCommand.Finish c) {
        var stale = ClaimRules.stale(state, c.task(), c.fence(), c.by());
        if (stale != null) {
            return late(state, c) ? taken(state, c) : Refusal.of("done", c.task(), stale);
        }
        var lacking = lacking(state, c);
        return lacking.isEmpty()
                ? with(delivery(state, c), finished(state, c))
                : Refusal.of("done", c.task(), String.join("; ", lacking));
    }

    private static List<Event> with(List<Event> first, Event last) {
        return Stream.concat(first.stream(), Stream.of(last)).toList();
    }

    /// What the step must deliver, as it is handed in.
    private static List<Event> delivery(RunState state, ClaimCommand.Finish c) {
        var digests = new TreeMap<>(c.delivered());
        digests.keySet().retainAll(state.plan().step(c.task()).terms().deliverables());
        return digests.isEmpty() || state.step(c.task()).purpose() == Purpose.UNDO
                ? List.of()
                : List.of(new ClaimEvent.WorkDelivered(c.task(), c.fence(), c.by(), digests));
    }

    /// A loop that ends once nothing changes has to be able to deliver the same again.
    private static boolean mayStay(RunState state, TaskId task) {
        var loop = state.plan().loopOf(task);
        return loop != null && state.round(task) > 1 && loop.rule().converged() instanceof LoopRule.Criterion.Unchanged;
    }

    private static Event finished(RunState state, ClaimCommand.Finish c) {
        return switch (state.plan().step(c.task()).terms().checking()) {
            case NONE -> new Event.AttemptSucceeded(c.task(), c.fence(), c.outputs());
            case ANOTHER -> new ClaimEvent.WorkSubmitted(c.task(), c.fence(), c.by(), c.outputs());
        };
    }

    private static List<Event> taken(RunState state, ClaimCommand.Finish c) {
        var lacking = lacking(state, c);
        return lacking.isEmpty()
                ? with(delivery(state, c), new ClaimEvent.LateResultTaken(c.task(), c.fence(), c.by(), c.outputs()))
                : Refusal.of("done", c.task(), String.join("; ", lacking));
    }

    /// Nobody has it, whether or not it is asked just now if it shall go on.
    private static boolean late(RunState state, ClaimCommand.Finish c) {
        var at = state.steps().get(c.task());
        if (at == null || at.purpose() == Purpose.UNDO || !isFree(at)) {
            return false;
        }
        var lapsed = state.claims().lapsed().get(c.task());
        return lapsed != null
                && lapsed.fence() == c.fence()
                && lapsed.by().equals(c.by())
                && Conditions.turn(state, Purpose.DO)
                && state.plan().step(c.task()).terms().late() == LateResults.TAKE_UNLESS_CLAIMED;
    }

    private static boolean isFree(StepState at) {
        return at instanceof StepState.Ready || at instanceof StepState.Blocked;
    }

    private static List<String> lacking(RunState state, ClaimCommand.Finish c) {
        var why = new ArrayList<String>();
        if (state.step(c.task()).purpose() == Purpose.UNDO) {
            return why;
        }
        var before = before(state, c.task());
        for (var path : state.plan().step(c.task()).terms().deliverables()) {
            var digest = c.delivered().get(path);
            if (digest == null) {
                why.add("deliverable " + path + " is not there");
            } else if (digest.isEmpty()) {
                why.add("deliverable " + path + " is empty");
            } else if (digest.equals(before.get(path)) && !mayStay(state, c.task())) {
                why.add("deliverable " + path + " is what it was when the step was claimed");
            }
        }
        return why;
    }

    private static SortedMap<String, String> before(RunState state, TaskId task) {
        return Objects.requireNonNullElseGet(state.claims().before().get(task), TreeMap::new);
    }
}
