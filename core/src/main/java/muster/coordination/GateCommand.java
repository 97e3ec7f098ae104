package muster.coordination;

import java.math.BigDecimal;
import muster.plan.AgentId;
import muster.plan.GateId;

/// What is said at gates, and what is told of what they wait for.
public sealed interface GateCommand extends CoordinationCommand.OfTheme {

    /// Let it pass.
    record Approve(GateId gate, AgentId by, String reason) implements GateCommand {}

    /// Do not let it pass.
    record Reject(GateId gate, AgentId by, String reason) implements GateCommand {}

    /// Vote again at a gate that was rejected.
    record Reopen(GateId gate, AgentId by, String reason) implements GateCommand {}

    /// Vote in my place.
    record Delegate(GateId gate, AgentId by, AgentId to, String reason) implements GateCommand {}

    /// What its policy says of the facts as they are.
    record Judge(GateId gate, boolean holds, String seen) implements GateCommand {}

    /// Something happened outside, or another team handed something over.
    ///
    /// @param name see [muster.run.TeamFacts#name]
    record Signal(String name, AgentId by) implements GateCommand {}

    /// A metric was measured.
    record Measure(String metric, BigDecimal value, AgentId by) implements GateCommand {}
}
