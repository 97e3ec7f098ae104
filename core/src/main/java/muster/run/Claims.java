package muster.run;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.AgentId;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// What agents from outside hold, and when they were last heard of.
///
/// @param holds steps that are being worked at
/// @param lapsed the last hold of a step that was lost, until anything happens to it but questions and their answers
/// @param seen the last sign of life of each agent
/// @param before digests of a step's deliverables when it was first claimed; SHA-256 in hex, empty text if there was
/// none
/// @param returned why the last work at a step was sent back
/// @param delivered digests of what the last attempt at a step left behind
/// @param losses how many attempts at a step were lost in a row, from 1
/// @param parts how many time-boxes of a step ended before it was done, from 1
public record Claims(
        SortedMap<TaskId, Hold> holds,
        SortedMap<TaskId, Hold> lapsed,
        SortedMap<AgentId, Instant> seen,
        SortedMap<TaskId, SortedMap<String, String>> before,
        SortedMap<TaskId, String> returned,
        SortedMap<TaskId, SortedMap<String, String>> delivered,
        SortedMap<TaskId, Integer> losses,
        SortedMap<TaskId, Integer> parts) {
    static final Claims NONE = new Claims(
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>());

    public Claims {
        holds = SharedMap.of(holds);
        lapsed = SharedMap.of(lapsed);
        seen = SharedMap.of(seen);
        before = SharedMap.of(before);
        returned = SharedMap.of(returned);
        delivered = SharedMap.of(delivered);
        losses = SharedMap.of(losses);
        parts = SharedMap.of(parts);
    }

    /// Who holds the step; null if no agent from outside does.
    public @Nullable Hold hold(TaskId task) {
        return holds.get(task);
    }

    /// When a hold is lost if nothing is heard until then: once the lease is over **and** the agent was silent for
    /// [Lease#PATIENCE], or at the end of the time-box.
    public Instant lostAt(Hold hold) {
        var silent = seen.getOrDefault(hold.by(), hold.since()).plus(Lease.PATIENCE);
        var lost = silent.isAfter(hold.until()) ? silent : hold.until();
        return hold.deadline() != null && hold.deadline().isBefore(lost) ? hold.deadline() : lost;
    }

    /// When the next hold is lost; null if nothing is held.
    public @Nullable Instant nextLoss() {
        Instant next = null;
        for (var hold : holds.values()) {
            var lost = lostAt(hold);
            next = next == null || lost.isBefore(next) ? lost : next;
        }
        return next;
    }

    Claims holding(TaskId task, Hold hold) {
        return holding(with(holds, task, hold), without(lapsed, task));
    }

    /// A step that is not running is not held; one that came on in any way has no late result any more.
    Claims following(TaskId task, StepState to) {
        var ends = holds.containsKey(task) && !(to instanceof StepState.Running);
        var next = ends || lapsed.containsKey(task)
                ? holding(ends ? without(holds, task) : holds, without(lapsed, task))
                : this;
        return cameOn(to) ? next.keeping(task).whole(task) : next;
    }

    /// Whatever it is but to be lost and begun again.
    private static boolean cameOn(StepState to) {
        return switch (to) {
            case StepState.Waiting _, StepState.Ready _, StepState.Running _ -> false;
            case StepState.Blocked _,
                    StepState.Submitted _,
                    StepState.Skipped _,
                    StepState.Done _,
                    StepState.Failed _,
                    StepState.Undone _,
                    StepState.Kept _ -> true;
        };
    }

    Claims lapsing(TaskId task, Hold hold) {
        return holding(holds, with(lapsed, task, hold));
    }

    /// One more attempt at the step was lost.
    Claims losing(TaskId task) {
        return losing(with(losses, task, losses.getOrDefault(task, 0) + 1));
    }

    /// The row of losses is broken.
    Claims keeping(TaskId task) {
        return losses.containsKey(task) ? losing(without(losses, task)) : this;
    }

    /// One more time-box of the step ended.
    Claims parting(TaskId task) {
        return parting(with(parts, task, parts.getOrDefault(task, 0) + 1));
    }

    /// No time-box of the step counts any more.
    private Claims whole(TaskId task) {
        return parts.containsKey(task) ? parting(without(parts, task)) : this;
    }

    Claims heard(AgentId agent, Instant at) {
        return new Claims(holds, lapsed, with(seen, agent, at), before, returned, delivered, losses, parts);
    }

    /// The first look at the deliverables counts: an attempt that is lost leaves what it made to the next one.
    Claims startingFrom(TaskId task, SortedMap<String, String> digests) {
        return before.containsKey(task)
                ? this
                : new Claims(holds, lapsed, seen, with(before, task, digests), returned, delivered, losses, parts);
    }

    Claims returning(TaskId task, String why) {
        return new Claims(
                holds,
                without(lapsed, task),
                seen,
                without(before, task),
                with(returned, task, why),
                delivered,
                losses,
                parts);
    }

    Claims delivering(TaskId task, SortedMap<String, String> digests) {
        return new Claims(holds, lapsed, seen, before, returned, with(delivered, task, digests), losses, parts);
    }

    /// Nothing of earlier rounds counts in the next one.
    Claims forgetting(TaskId task) {
        return new Claims(
                holds,
                without(lapsed, task),
                seen,
                without(before, task),
                without(returned, task),
                without(delivered, task),
                without(losses, task),
                without(parts, task));
    }

    private Claims holding(SortedMap<TaskId, Hold> held, SortedMap<TaskId, Hold> late) {
        return new Claims(held, late, seen, before, returned, delivered, losses, parts);
    }

    private Claims losing(SortedMap<TaskId, Integer> counted) {
        return new Claims(holds, lapsed, seen, before, returned, delivered, counted, parts);
    }

    private Claims parting(SortedMap<TaskId, Integer> counted) {
        return new Claims(holds, lapsed, seen, before, returned, delivered, losses, counted);
    }

    private static <K extends Comparable<K>, V> SortedMap<K, V> with(SortedMap<K, V> map, K key, V value) {
        return SharedMap.of(map).with(key, value);
    }

    private static <K extends Comparable<K>, V> SortedMap<K, V> without(SortedMap<K, V> map, K key) {
        return SharedMap.of(map).without(key);
    }
}
