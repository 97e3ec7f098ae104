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
/// @param lapsed the last hold of a step that was lost, until anything else happens to the step
/// @param seen the last sign of life of each agent
/// @param before digests of a step's deliverables when it was first claimed; SHA-256 in hex, empty text if there was
/// none
/// @param returned why the last work at a step was sent back
/// @param delivered digests of what the last attempt at a step left behind
public record Claims(
        SortedMap<TaskId, Hold> holds,
        SortedMap<TaskId, Hold> lapsed,
        SortedMap<AgentId, Instant> seen,
        SortedMap<TaskId, SortedMap<String, String>> before,
        SortedMap<TaskId, String> returned,
        SortedMap<TaskId, SortedMap<String, String>> delivered) {
    static final Claims NONE = new Claims(
            new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    public Claims {
        holds = SharedMap.of(holds);
        lapsed = SharedMap.of(lapsed);
        seen = SharedMap.of(seen);
        before = SharedMap.of(before);
        returned = SharedMap.of(returned);
        delivered = SharedMap.of(delivered);
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
        return holds.values().stream().map(this::lostAt).min(Instant::compareTo).orElse(null);
    }

    Claims holding(TaskId task, Hold hold) {
        return new Claims(with(holds, task, hold), without(lapsed, task), seen, before, returned, delivered);
    }

    /// A step that is not running is not held; one that came on in any way has no late result any more.
    Claims following(TaskId task, StepState to) {
        boolean ends = holds.containsKey(task) && !(to instanceof StepState.Running);
        return ends || lapsed.containsKey(task)
                ? new Claims(
                        ends ? without(holds, task) : holds, without(lapsed, task), seen, before, returned, delivered)
                : this;
    }

    Claims lapsing(TaskId task, Hold hold) {
        return new Claims(holds, with(lapsed, task, hold), seen, before, returned, delivered);
    }

    Claims heard(AgentId agent, Instant at) {
        return new Claims(holds, lapsed, with(seen, agent, at), before, returned, delivered);
    }

    /// The first look at the deliverables counts: an attempt that is lost leaves what it made to the next one.
    Claims startingFrom(TaskId task, SortedMap<String, String> digests) {
        return before.containsKey(task)
                ? this
                : new Claims(holds, lapsed, seen, with(before, task, digests), returned, delivered);
    }

    Claims returning(TaskId task, String why) {
        return new Claims(
                holds, without(lapsed, task), seen, without(before, task), with(returned, task, why), delivered);
    }

    Claims delivering(TaskId task, SortedMap<String, String> digests) {
        return new Claims(holds, lapsed, seen, before, returned, with(delivered, task, digests));
    }

    /// Nothing of earlier rounds counts in the next one.
    Claims forgetting(TaskId task) {
        return new Claims(
                holds,
                without(lapsed, task),
                seen,
                without(before, task),
                without(returned, task),
                without(delivered, task));
    }

    private static <K extends Comparable<K>, V> SortedMap<K, V> with(SortedMap<K, V> map, K key, V value) {
        return SharedMap.of(map).with(key, value);
    }

    private static <K extends Comparable<K>, V> SortedMap<K, V> without(SortedMap<K, V> map, K key) {
        return SharedMap.of(map).without(key);
    }
}
