package muster.run;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import muster.plan.AgentId;

/// Where a gate of a run stands.
public sealed interface GateState {

    /// The steps before it are not done.
    record Closed() implements GateState {}

    /// It waits for its approvers and facts.
    record Open(SortedSet<AgentId> approvedBy) implements GateState {
        public Open {
            approvedBy = Collections.unmodifiableSortedSet(new TreeSet<>(approvedBy));
        }
    }

    /// What it guards may go on.
    record Passed() implements GateState {}

    /// An approver said no; what it guards does not go on.
    record Rejected(AgentId by, String reason) implements GateState {}
}
