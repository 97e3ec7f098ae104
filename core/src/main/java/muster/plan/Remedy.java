package muster.plan;

import java.util.List;

/// One way to make an unmet expectation true.
///
/// @param action what makes it true; a manual instruction if a person or agent has to
/// @param requires facts that must hold before, such as an approval
public record Remedy(
        TaskId id, String title, AgentId owner, Estimate estimate, Money cost, Action action, List<FactId> requires) {
    public Remedy {
        requires = List.copyOf(requires);
    }
}
