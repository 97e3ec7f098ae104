package muster.run;

import java.math.BigDecimal;
import muster.plan.AgentId;
import muster.plan.PhaseId;
import muster.plan.ResourceId;
import muster.plan.TaskId;

/// How a run was steered.
public sealed interface SteerEvent extends Event.OfTheme {
    /// Who did it.
    AgentId by();

    /// Why.
    String reason();

    /// Nothing begins until the run goes on.
    record RunPaused(AgentId by, String reason) implements SteerEvent {}

    /// The pause is over.
    record RunContinued(AgentId by, String reason) implements SteerEvent {}

    /// The run ended as it was.
    record RunCancelled(AgentId by, String reason) implements SteerEvent {}

    /// The run does without the step.
    record StepSkipped(TaskId task, AgentId by, String reason) implements SteerEvent {}

    /// There is more of a budget.
    record BudgetRaised(ResourceId budget, BigDecimal more, AgentId by, String reason) implements SteerEvent {}

    /// Somebody wants another round.
    record RoundGranted(PhaseId loop, AgentId by, String reason) implements SteerEvent {}

    /// A loop was taken as it is.
    record LoopSettled(PhaseId loop, AgentId by, String reason) implements SteerEvent {}
}
