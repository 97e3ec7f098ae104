package muster.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import muster.coordination.CoordinationState;
import muster.run.RunId;
import muster.run.RunState;
import muster.storage.CoordinationNotes;
import muster.storage.FollowedTeam;
import muster.storage.MemoryJournal;
import muster.storage.Snapshot;
import muster.storage.SnapshotFolder;
import muster.storage.StateCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a rehearsed run in which teams meet, hand over, vote, are blocked and fall out.
class TeamSnapshotTest {
    private static final RunId RUN = new RunId("rehearsal");
    private static final Instant MONDAY = Instant.parse("2024-01-08T08:00:00Z");
    private static final long SEED = 3;
    private static final int APART = 11;

    @TempDir
    Path folder;

    private final MemoryJournal journal = new MemoryJournal();

    @BeforeEach
    void play() throws IOException {
        var plan = RehearsalTest.plan(RehearsalTest.seed("004_"));
        Rehearsal.play(journal, RUN, new Rehearsal.Setting(plan, MONDAY, SEED));
    }

    @Test
    void aTeamIsReadAsItWasKept() {
        var snapshots = new SnapshotFolder(folder);
        var team = CoordinationState.of(RunState.before(RUN));

        for (var recorded : journal.read(RUN, 0)) {
            team = team.after(CoordinationNotes.happening(recorded));
            if (recorded.version() % APART == 0) {
                snapshots.keep(new Snapshot(team, recorded, recorded.at()));

                var read = snapshots.newest(RUN, Instant.MAX);
                assertThat(read).isNotNull();
                assertThat(read.team()).isEqualTo(team);
            }
        }

        assertThat(team.conflicts()).isNotEmpty();
        assertThat(team.blockers()).isNotEmpty();
        assertThat(team.handOffs()).isNotEmpty();
        assertThat(team.gates()).isNotEmpty();
        assertThat(StateCheck.of(journal, snapshots).getFirst().differing()).isEmpty();
    }

    @Test
    void aTeamIsFollowedFromASnapshotThatKnowsItAndNotFromOneThatDoesNot() {
        var snapshots = new SnapshotFolder(folder);
        var whole = FollowedTeam.of(journal, RUN, null).state();
        var team = CoordinationState.of(RunState.before(RUN));
        var all = journal.read(RUN, 0);
        for (var recorded : all.subList(0, all.size() / 2)) {
            team = team.after(CoordinationNotes.happening(recorded));
        }
        snapshots.keep(new Snapshot(
                team, all.get(all.size() / 2 - 1), all.get(all.size() / 2 - 1).at()));
        var next = all.get(all.size() / 2);
        snapshots.keep(
                new Snapshot(team.after(CoordinationNotes.happening(next)).run(), next, next.at()));

        assertThat(FollowedTeam.of(journal, RUN, snapshots).state()).isEqualTo(whole);
    }
}
