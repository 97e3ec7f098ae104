package muster.wiring.desk;

import java.time.InstantSource;
import muster.engines.Dispatch;
import muster.engines.DispatchedTeam;
import muster.engines.JournalDispatch;
import muster.engines.RunTeam;
import muster.engines.SteadyDispatch;
import muster.run.RunId;
import muster.storage.Journal;
import muster.wiring.OpenPlace;
import muster.wiring.Workspace;
import org.jspecify.annotations.Nullable;

/// What a desk stands on.
///
/// @param journal stays open when the desk closes
/// @param bringing brings what is said to the runs; null if they are told here
public record Setting(
        Workspace workspace,
        Journal journal,
        InstantSource clock,
        @Nullable Dispatch bringing) {
    /// A desk whose words an engine brings, if there is one; what it does not bring in time is told here.
    public static Setting brought(Workspace workspace, Journal journal, InstantSource clock, @Nullable Engine engine) {
        if (engine == null) {
            return new Setting(workspace, journal, clock);
        }
        var here = new JournalDispatch(journal, clock, workspace.snapshots());
        var terms = SteadyDispatch.Terms.usual(engine.says());
        return new Setting(workspace, journal, clock, new SteadyDispatch(engine.dispatch(), here, terms));
    }

    /// A desk that tells runs itself.
    public Setting(Workspace workspace, Journal journal, InstantSource clock) {
        this(workspace, journal, clock, null);
    }

    /// The workspace with its journal.
    public OpenPlace open() {
        return new OpenPlace(workspace, journal, clock);
    }

    /// The team of a run of the journal, told in this way.
    public RunTeam team(RunId run) {
        return bringing == null
                ? open().team(run)
                : new DispatchedTeam(bringing, new DispatchedTeam.From(journal, workspace.snapshots()), clock, run);
    }
}
