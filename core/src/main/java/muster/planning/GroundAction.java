package muster.planning;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import muster.plan.AgentId;
import muster.plan.Estimate;
import muster.plan.FactId;
import muster.plan.TaskId;

/// Something that can be done, with everything spelt out: what must hold before, what holds and what no longer holds
/// after. A fact that is both added and deleted holds after.
///
/// @param owners who does it, all together; empty if nobody is named
public record GroundAction(
        TaskId id,
        String title,
        Set<FactId> preconditions,
        Set<FactId> adds,
        Set<FactId> deletes,
        Cost cost,
        Estimate estimate,
        List<AgentId> owners,
        Amounts amounts) {
    public GroundAction {
        preconditions = sorted(preconditions);
        adds = sorted(adds);
        deletes = sorted(deletes);
        owners = List.copyOf(owners);
    }

    /// Without a numeric side.
    public GroundAction(
            TaskId id,
            String title,
            Set<FactId> preconditions,
            Set<FactId> adds,
            Set<FactId> deletes,
            Cost cost,
            Estimate estimate,
            List<AgentId> owners) {
        this(id, title, preconditions, adds, deletes, cost, estimate, owners, Amounts.NONE);
    }

    /// The same action at another cost.
    GroundAction costing(Cost other) {
        return new GroundAction(id, title, preconditions, adds, deletes, other, estimate, owners, amounts);
    }

    /// The same action with another numeric side.
    public GroundAction with(Amounts others) {
        return new GroundAction(id, title, preconditions, adds, deletes, cost, estimate, owners, others);
    }

    private static Set<FactId> sorted(Set<FactId> facts) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(facts));
    }
}
