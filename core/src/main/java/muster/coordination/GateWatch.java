package muster.coordination;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.plan.AgentId;
import muster.run.GateCondition;
import org.jspecify.annotations.Nullable;

/// What a team knows of a gate beyond what the run does.
///
/// @param opened null while it is closed
/// @param delegates who votes in whose place
/// @param votes who gave the vote of each approver
/// @param metricSince since when the metric has held; null if it does not
/// @param met conditions that were found to hold; event and audit are looked up instead
public record GateWatch(
        @Nullable Instant opened,
        SortedMap<AgentId, AgentId> delegates,
        SortedMap<AgentId, AgentId> votes,
        @Nullable Instant metricSince,
        SortedSet<GateCondition> met) {
    static final GateWatch NOTHING = new GateWatch(null, new TreeMap<>(), new TreeMap<>(), null, new TreeSet<>());

    public GateWatch {
        delegates = Collections.unmodifiableSortedMap(new TreeMap<>(delegates));
        votes = Collections.unmodifiableSortedMap(new TreeMap<>(votes));
        met = Collections.unmodifiableSortedSet(new TreeSet<>(met));
    }

    GateWatch opened(Instant at) {
        return new GateWatch(at, delegates, votes, metricSince, met);
    }

    /// Open again: no vote counts any longer.
    GateWatch afresh(Instant at) {
        return new GateWatch(at, delegates, new TreeMap<>(), metricSince, met);
    }

    GateWatch delegating(AgentId from, AgentId to) {
        var changed = new TreeMap<>(delegates);
        changed.put(from, to);
        return new GateWatch(opened, changed, votes, metricSince, met);
    }

    GateWatch voted(AgentId seat, AgentId by) {
        var changed = new TreeMap<>(votes);
        changed.put(seat, by);
        return new GateWatch(opened, delegates, changed, metricSince, met);
    }

    /// Under other terms: votes stay, what held does not.
    GateWatch renewed() {
        return new GateWatch(opened, delegates, votes, null, new TreeSet<>());
    }

    /// The metric has held since then; not long enough yet, as far as that goes.
    GateWatch since(@Nullable Instant start) {
        return new GateWatch(opened, delegates, votes, start, met).without(GateCondition.METRIC);
    }

    GateWatch timerEnded() {
        return with(GateCondition.TIMER);
    }

    GateWatch judged(boolean holds) {
        return holds ? with(GateCondition.POLICY) : without(GateCondition.POLICY);
    }

    GateWatch with(GateCondition condition) {
        var changed = new TreeSet<>(met);
        changed.add(condition);
        return new GateWatch(opened, delegates, votes, metricSince, changed);
    }

    GateWatch without(GateCondition condition) {
        var changed = new TreeSet<>(met);
        changed.remove(condition);
        return new GateWatch(opened, delegates, votes, metricSince, changed);
    }
}
