package muster.coordination;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.AgentId;
import muster.plan.TaskId;

/// What became of conflicts.
public sealed interface ConflictEvent extends CoordinationEvent.OfTheme {

    /// Some agent wants one task before another.
    record Ranked(TaskId first, TaskId then, AgentId by) implements ConflictEvent {}

    /// One of a conflict that has an id.
    sealed interface OfConflict extends ConflictEvent {
        /// The conflict.
        MatterId id();
    }

    /// There is one.
    record ConflictRaised(MatterId id, ConflictNote note) implements OfConflict {}

    /// What hangs on the task of each side, in the order of the sides.
    record ImpactAnalysed(MatterId id, List<Impact> impacts) implements OfConflict {
        public ImpactAnalysed {
            impacts = List.copyOf(impacts);
        }
    }

    /// A side has the resource until then.
    ///
    /// @param side counts from 0
    record TurnGiven(MatterId id, int side, Instant until) implements OfConflict {}

    /// A side gave data.
    ///
    /// @param side counts from 0
    record EvidenceGiven(MatterId id, int side, SortedMap<String, BigDecimal> values) implements OfConflict {
        public EvidenceGiven {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }
    }

    /// Both solutions are tried behind their flags.
    record TrialBegun(MatterId id, Instant reviewAt) implements OfConflict {}

    /// The results are to be compared.
    record ReviewDue(MatterId id) implements OfConflict {}

    /// It goes one side's way.
    ///
    /// @param side counts from 0
    record ConflictDecided(MatterId id, int side, AgentId by, Reasons why) implements OfConflict {}

    /// Why it was decided so.
    ///
    /// @param basis the figures it rests on, in words
    record Reasons(String rationale, String basis) {}

    /// The decision was told to these.
    record DecisionTold(MatterId id, List<AgentId> to) implements OfConflict {
        public DecisionTold {
            to = List.copyOf(to);
        }
    }

    /// It is over.
    record ConflictResolved(MatterId id, AgentId by, String how) implements OfConflict {}
}
