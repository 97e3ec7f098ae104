package muster.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import muster.plan.AgentId;
import org.jspecify.annotations.Nullable;

/// What an agent from outside holds while it works at a step.
///
/// @param fence of the attempt; every later word about it must carry the same
/// @param since when the claim was made
/// @param until the lease: nobody else gets the step before, however silent the agent is
/// @param length what a heartbeat extends the lease to, from then on
/// @param writes what the agent alone may write meanwhile
/// @param deadline end of the time-box; null means none
public record Hold(
        long fence,
        AgentId by,
        Instant since,
        Instant until,
        Duration length,
        List<String> writes,
        @Nullable Instant deadline) {
    /// Of a time-box, what its holder is given to come to an end; agents as processes are given 10 s.
    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(15);

    private static final int MARGIN_PART = 5;

    public Hold {
        writes = List.copyOf(writes);
    }

    /// From when on its holder may hand the step on, so that it has ended before its time-box has; null if there is
    /// none.
    public @Nullable Instant handOnFrom() {
        if (deadline == null) {
            return null;
        }
        var part = Duration.between(since, deadline).dividedBy(MARGIN_PART);
        return deadline.minus(part.compareTo(LONGEST_MARGIN) < 0 ? part : LONGEST_MARGIN);
    }

    Hold until(Instant later) {
        return new Hold(fence, by, since, later, length, writes, deadline);
    }
}
