package muster.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.AgentId;
import muster.plan.ResourceId;
import muster.plan.TaskId;

/// What agents from outside want of a run. All but `Take` and `Expire` carry the fence that the claim was given.
public sealed interface ClaimCommand extends Command.OfTheme {

    /// Work at a step.
    ///
    /// @param lease how long nobody else shall get it
    /// @param writes what it writes beside what the step itself says
    /// @param before SHA-256 in hex of each deliverable that is there already
    record Take(TaskId task, AgentId by, Duration lease, List<String> writes, SortedMap<String, String> before)
            implements ClaimCommand {
        public Take {
            writes = List.copyOf(writes);
            before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
        }
    }

    /// The agent is alive and still at it.
    record Beat(TaskId task, long fence, AgentId by) implements ClaimCommand {}

    /// The agent says that it is done.
    ///
    /// @param delivered SHA-256 in hex of each deliverable that is there; empty text for an empty one
    record Finish(
            TaskId task, long fence, AgentId by, SortedMap<String, String> delivered, SortedMap<String, String> outputs)
            implements ClaimCommand {
        public Finish {
            delivered = Collections.unmodifiableSortedMap(new TreeMap<>(delivered));
            outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
        }
    }

    /// The agent used something up. What is spent is spent: it counts whether or not the claim still holds.
    ///
    /// @param amounts each above zero, in the budget's unit
    record Spend(TaskId task, long fence, AgentId by, SortedMap<ResourceId, BigDecimal> amounts)
            implements ClaimCommand {
        public Spend {
            amounts = SharedMap.of(amounts);
        }
    }

    /// The agent could not do it.
    record GiveUp(TaskId task, long fence, AgentId by, String why) implements ClaimCommand {}

    /// The agent cannot go on until somebody answers; the next attempt is given the answer.
    record Ask(TaskId task, long fence, AgentId by, List<String> questions) implements ClaimCommand {
        public Ask {
            questions = List.copyOf(questions);
        }
    }

    /// The agent lays it down for another; it does not count as a failure.
    record Release(TaskId task, long fence, AgentId by, String reason) implements ClaimCommand {}

    /// The agent has come to an end because its time-box is nearly over; what it made so far stays for the next one.
    record HandOn(TaskId task, long fence, AgentId by) implements ClaimCommand {}

    /// What somebody says of work that was handed in.
    sealed interface OfCheck extends ClaimCommand {
        /// The step.
        TaskId task();

        /// Fence of the attempt that handed it in.
        long fence();
    }

    /// The work is as it should be.
    record Accept(TaskId task, long fence, AgentId by, String remark) implements OfCheck {}

    /// The work is not as it should be; the step is ready again, and whoever takes it is told why.
    record SendBack(TaskId task, long fence, AgentId by, String reason) implements OfCheck {}

    /// Take from dead agents what they hold.
    record Expire() implements ClaimCommand {}
}
