package muster.coordination;

import java.time.Instant;
import muster.plan.AgentId;

/// How a blocker or a conflict came to its end.
public record Settled(AgentId by, Instant at, String how) {}
