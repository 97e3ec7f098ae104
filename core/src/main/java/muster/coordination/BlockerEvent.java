package muster.coordination;

import muster.plan.AgentId;

/// What became of blockers.
public sealed interface BlockerEvent extends CoordinationEvent.OfTheme {

    /// Something is in the way.
    record BlockerRaised(MatterId id, BlockerNote note, AgentId by) implements BlockerEvent {}

    /// It is out of the way.
    record BlockerResolved(MatterId id, AgentId by, String how) implements BlockerEvent {}
}
