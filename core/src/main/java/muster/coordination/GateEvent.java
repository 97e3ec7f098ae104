package muster.coordination;

import java.math.BigDecimal;
import muster.plan.AgentId;
import muster.plan.GateId;

/// What happened at gates. Approvals, rejections and passing are events of the run itself.
public sealed interface GateEvent extends CoordinationEvent.OfTheme {

    /// A vote was given.
    ///
    /// @param seat the approver whose vote it is
    /// @param by who gave it
    record VoteCast(GateId gate, AgentId seat, AgentId by) implements GateEvent {}

    /// An approver asked another to vote in its place.
    record VoteDelegated(GateId gate, AgentId from, AgentId to, String reason) implements GateEvent {}

    /// Its timer ended.
    record TimerEnded(GateId gate) implements GateEvent {}

    /// Its policy was evaluated.
    ///
    /// @param seen what it was evaluated on, in words
    record PolicyJudged(GateId gate, boolean holds, String seen) implements GateEvent {}

    /// Something happened outside.
    record Signalled(String name, AgentId by) implements GateEvent {}

    /// A metric was measured.
    record Measured(String metric, BigDecimal value, AgentId by) implements GateEvent {}
}
