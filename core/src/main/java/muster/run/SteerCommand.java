package muster.run;

import java.math.BigDecimal;
import muster.plan.AgentId;
import muster.plan.PhaseId;
import muster.plan.ResourceId;
import muster.plan.TaskId;

/// How people steer a run that is under way. Each needs a reason.
public sealed interface SteerCommand extends Command.OfTheme {
    /// Who says it.
    AgentId by();

    /// Why.
    String reason();

    /// Let nothing begin; what is under way may end.
    record Pause(AgentId by, String reason) implements SteerCommand {}

    /// Go on after a pause.
    record Continue(AgentId by, String reason) implements SteerCommand {}

    /// End the run as it is. What is under way may end; the run can still be rolled back.
    record Cancel(AgentId by, String reason) implements SteerCommand {}

    /// Add to a budget.
    ///
    /// @param more above zero, in the budget's unit
    record Raise(ResourceId budget, BigDecimal more, AgentId by, String reason) implements SteerCommand {}

    /// Have another round of a loop that waits for such a word, also beyond its limit.
    record Again(PhaseId loop, AgentId by, String reason) implements SteerCommand {}

    /// Take a loop as it is.
    record Settle(PhaseId loop, AgentId by, String reason) implements SteerCommand {}

    /// Do without a step: what needs it may begin, what it would have provided does not hold.
    record Skip(TaskId task, AgentId by, String reason) implements SteerCommand {}
}
