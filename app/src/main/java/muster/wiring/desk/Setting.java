package muster.wiring.desk;

import java.time.InstantSource;
import muster.engines.Dispatch;
import muster.storage.Journal;
import muster.wiring.Workspace;
import org.jspecify.annotations.Nullable;

/// What a desk stands on.
///
/// @param journal stays open when the desk closes
/// @param bringing brings the words of agents to their runs; null if they are told here
public record Setting(
        Workspace workspace,
        Journal journal,
        InstantSource clock,
        @Nullable Dispatch bringing) {
    /// A desk that tells runs itself.
    public Setting(Workspace workspace, Journal journal, InstantSource clock) {
        this(workspace, journal, clock, null);
    }
}
