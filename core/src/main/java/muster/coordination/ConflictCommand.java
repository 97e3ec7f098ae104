package muster.coordination;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.AgentId;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// What is said in conflicts.
public sealed interface ConflictCommand extends CoordinationCommand.OfTheme {

    /// There is one.
    record Raise(ConflictNote note) implements ConflictCommand {}

    /// One task should come before another; two agents who say the opposite are in conflict.
    record Rank(TaskId first, TaskId then, AgentId by) implements ConflictCommand {}

    /// What a side measured, by metric.
    record Give(MatterId id, AgentId by, SortedMap<String, BigDecimal> values) implements ConflictCommand {
        public Give {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }
    }

    /// It goes one side's way.
    ///
    /// @param side counts from 0; null for what analysis or metrics say
    record Decide(MatterId id, AgentId by, @Nullable Integer side, String rationale) implements ConflictCommand {}

    /// It is over.
    record Resolve(MatterId id, AgentId by, String how) implements ConflictCommand {}
}
