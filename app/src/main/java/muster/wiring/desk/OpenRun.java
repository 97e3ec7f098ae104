package muster.wiring.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import muster.run.Recorded;
import muster.run.RunId;
import muster.storage.Journal;
import muster.wiring.OpenTeam;
import muster.wiring.Worklist;
import muster.wiring.Workspace;
import org.jspecify.annotations.Nullable;

/// A run of a workspace, open for calls, one at a time.
final class OpenRun {
    private final Workspace workspace;
    private final Journal journal;
    private final InstantSource clock;
    private final RunId id;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Worklist list;
    private @Nullable OpenTeam team;

    OpenRun(Workspace workspace, Journal journal, InstantSource clock, RunId id) {
        this.workspace = workspace;
        this.journal = journal;
        this.clock = clock;
        this.id = id;
    }

    /// Something that is done with the run.
    @FunctionalInterface
    interface Work<T> {
        T done() throws IOException;
    }

    /// Does it while nobody else is at the run.
    <T> T alone(Work<T> work) throws IOException, InterruptedException {
        turn.lockInterruptibly();
        try {
            return work.done();
        } finally {
            turn.unlock();
        }
    }

    RunId id() {
        return id;
    }

    InstantSource clock() {
        return clock;
    }

    Path root() {
        return workspace.root();
    }

    /// What its agents do.
    Worklist list() {
        var present = list == null ? new Worklist(workspace, journal, clock, id) : list;
        list = present;
        return present;
    }

    /// What its team does.
    OpenTeam team() throws IOException {
        var present = team == null ? OpenTeam.on(workspace, journal, clock, id) : team;
        team = present;
        return present;
    }

    /// What was told before with this key.
    List<Recorded> told(String key) {
        return journal.told(id, key);
    }
}
