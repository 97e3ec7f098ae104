package muster.run;

import java.util.List;
import muster.plan.AgentId;

/// What happened to the plan of a run that is under way.
public sealed interface RevisionEvent extends Event.OfTheme {
    /// The run goes on by another plan.
    ///
    /// @param digest SHA-256 of the plan file, in hex
    /// @param changes what differs from the plan before, one sentence each
    record PlanRevised(RunPlan plan, String digest, AgentId by, String reason, List<String> changes)
            implements RevisionEvent {
        public PlanRevised {
            changes = List.copyOf(changes);
        }
    }
}
