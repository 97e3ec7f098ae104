package muster.coordination;

import java.time.Instant;
import muster.plan.AgentId;

/// Whose way it goes.
///
/// @param side counts from 0
/// @param basis the figures it rests on, in words
public record Decision(int side, AgentId by, Instant at, String rationale, String basis) {}
