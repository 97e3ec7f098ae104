package muster.run;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.AgentId;
import muster.plan.TaskId;

/// What happened to claims of agents from outside.
public sealed interface ClaimEvent extends Event.OfTheme {
    /// The step.
    TaskId task();

    /// The attempt that just began is held by an agent from outside.
    ///
    /// @param before digests of the deliverables that were there
    record LeaseGranted(TaskId task, Hold hold, SortedMap<String, String> before) implements ClaimEvent {
        public LeaseGranted {
            before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
        }
    }

    /// The agent was heard of; the lease lasts longer.
    record LeaseExtended(TaskId task, long fence, AgentId by, Instant at, Instant until) implements ClaimEvent {}

    /// The agent laid the step down; it is ready again.
    record ClaimReleased(TaskId task, long fence, AgentId by, String reason) implements ClaimEvent {}

    /// The time-box of the attempt ended before the agent was done, and the attempt failed. Old journals say so; the
    /// rules say [PartEnded].
    record TimeBoxEnded(TaskId task, long fence, AgentId by, String why) implements ClaimEvent {}

    /// The time-box of the attempt ended before the agent was done. Nothing failed: whoever claims the step next
    /// goes on with it.
    ///
    /// @param part how many of its time-boxes ended so, from 1
    /// @param of how many it was planned to take
    record PartEnded(TaskId task, long fence, AgentId by, int part, int of) implements ClaimEvent {}

    /// What the attempt that ends now leaves behind.
    ///
    /// @param digests SHA-256 in hex of each deliverable
    record WorkDelivered(TaskId task, long fence, AgentId by, SortedMap<String, String> digests) implements ClaimEvent {
        public WorkDelivered {
            digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
        }
    }

    /// The agent says that it is done; somebody else has to check it.
    record WorkSubmitted(TaskId task, long fence, AgentId by, SortedMap<String, String> outputs) implements ClaimEvent {
        public WorkSubmitted {
            outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
        }
    }

    /// Somebody else found the work as it should be.
    record WorkAccepted(TaskId task, long fence, AgentId by, String remark) implements ClaimEvent {}

    /// Somebody else sent the work back; the step is ready again.
    record WorkReturned(TaskId task, long fence, AgentId by, String reason) implements ClaimEvent {}

    /// An outcome that came after its lease was lost was taken, as nobody had claimed the step again.
    record LateResultTaken(TaskId task, long fence, AgentId by, SortedMap<String, String> outputs)
            implements ClaimEvent {
        public LateResultTaken {
            outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
        }
    }
}
