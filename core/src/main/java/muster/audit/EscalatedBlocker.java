package muster.audit;

import java.time.Instant;
import java.util.List;

/// A P0 that is told at once, while the audit still runs.
///
/// @param to whom the plan's escalations name for it; empty if they name nobody
/// @param evidence ids of what it rests on
public record EscalatedBlocker(Blocker blocker, List<String> to, List<String> evidence, Instant at) {
    public EscalatedBlocker {
        to = List.copyOf(to);
        evidence = List.copyOf(evidence);
    }
}
