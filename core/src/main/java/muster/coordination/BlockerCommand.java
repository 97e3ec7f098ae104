package muster.coordination;

import muster.plan.AgentId;

/// What is said of blockers.
public sealed interface BlockerCommand extends CoordinationCommand.OfTheme {

    /// Something is in the way.
    record Raise(BlockerNote note, AgentId by) implements BlockerCommand {}

    /// It is out of the way.
    record Resolve(MatterId id, AgentId by, String how) implements BlockerCommand {}
}
