package muster.wiring.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import muster.desk.Fields;
import muster.desk.WrongField;
import muster.plan.AgentId;
import muster.run.Recorded;
import muster.run.RunId;
import muster.wiring.OpenTeam;
import muster.wiring.Worklist;
import org.jspecify.annotations.Nullable;

/// A run of a workspace, open for calls, one at a time.
final class OpenRun {
    private final Setting setting;
    private final RunId id;
    /// Fair: otherwise some of 64 agents who ask at once wait for a second while others have many turns.
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Roster roster = new Roster(() -> list().team());
    private @Nullable Worklist list;
    private @Nullable OpenTeam team;

    OpenRun(Setting setting, RunId id) {
        this.setting = setting;
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
        return setting.clock();
    }

    Path root() {
        return setting.workspace().root();
    }

    /// What its agents do.
    Worklist list() {
        var present = list == null ? new Worklist(setting.workspace(), setting.team(id)) : list;
        list = present;
        return present;
    }

    /// In whose name a call comes that is about steps.
    ///
    /// @throws WrongField if it names nobody of the run
    AgentId agent(Fields fields) {
        return roster.agent(fields.who());
    }

    /// In whose name a call comes that steers the run.
    ///
    /// @throws WrongField if it names nobody
    AgentId operator(Fields fields) {
        return roster.operator(fields.who());
    }

    /// What its team does.
    OpenTeam team() throws IOException {
        var present = team;
        if (present == null) {
            present = OpenTeam.on(setting.workspace(), setting.team(id));
            team = present;
        } else {
            present.attend();
        }
        return present;
    }

    /// What was told before with this key.
    List<Recorded> told(String key) {
        return setting.journal().told(id, key);
    }
}
