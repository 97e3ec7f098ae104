package muster.coordination;

import java.time.Instant;
import muster.plan.AgentId;
import org.jspecify.annotations.Nullable;

/// Where a blocker stands.
///
/// @param settled null while it is open
public record Blocker(
        MatterId id,
        BlockerNote note,
        AgentId by,
        Instant raised,
        @Nullable Settled settled) {

    Blocker settled(Settled how) {
        return new Blocker(id, note, by, raised, how);
    }
}
