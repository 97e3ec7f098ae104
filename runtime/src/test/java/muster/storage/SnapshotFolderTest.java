package muster.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import muster.rehearsal.Rehearsal;
import muster.run.Event;
import muster.run.Recorded;
import muster.run.RunId;
import muster.run.RunRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// On the runs of unreliable teams, in which every state of a step, gate, loop and budget occurs.
class SnapshotFolderTest {
    private static final RunId RUN = new RunId("r1");
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    Path folder;

    static IntStream seeds() {
        return IntStream.range(0, 8);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRunIsReadAsItWasKept(int seed) {
        var snapshots = new SnapshotFolder(folder);

        for (var snapshot : folded(recorded(seed))) {
            if (snapshot.state().version() % 61 == 0) {
                assertThat(snapshots.keep(snapshot)).isTrue();
                assertThat(snapshots.newest(RUN, Instant.MAX)).isEqualTo(snapshot);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aLookBackFromASnapshotSeesWhatALookFromTheFirstEventSees(int seed) {
        var journal = journal(seed);
        var snapshots = new SnapshotFolder(folder);
        var all = folded(recorded(seed));
        snapshots.keep(all.get(all.size() / 3));
        snapshots.keep(all.get(2 * all.size() / 3));

        for (var minute = 0; minute <= all.size(); minute += 53) {
            var at = START.plusSeconds(60L * minute);
            assertThat(FollowedRun.until(journal, RUN, snapshots, at).state())
                    .as("at " + at)
                    .isEqualTo(FollowedRun.until(journal, RUN, null, at).state());
        }
    }

    @Test
    void aDamagedSnapshotIsPassedOverForTheOneBefore() throws IOException {
        var snapshots = new SnapshotFolder(folder);
        var all = folded(recorded(1));
        snapshots.keep(all.get(20));
        snapshots.keep(all.get(40));

        var newest = folder.resolve("r1").resolve("41.snapshot");
        Files.writeString(newest, Files.readString(newest).replaceFirst("\"fence\":\\d", "\"fence\":9"));

        assertThat(snapshots.newest(RUN, Instant.MAX)).isEqualTo(all.get(20));
        Files.write(newest, new byte[0]);
        assertThat(snapshots.newest(RUN, Instant.MAX)).isEqualTo(all.get(20));
    }

    @Test
    void aSnapshotOfAnotherJournalIsNotBegunFrom() {
        var snapshots = new SnapshotFolder(folder);
        snapshots.keep(folded(recorded(1)).get(20));

        var state = FollowedRun.of(journal(2), RUN, snapshots).state();

        assertThat(state).isEqualTo(FollowedRun.of(journal(2), RUN, null).state());
    }

    @Test
    void oldSnapshotsAreThinnedOutAndTheNewestStays() {
        var snapshots = new SnapshotFolder(folder);
        var all = folded(recorded(3)).subList(0, 60);

        all.forEach(snapshots::keep);

        assertThat(snapshots.versions(RUN)).hasSize(8).contains(60L, 1L);
    }

    @Test
    void whereNoneCanBeWrittenTheRunGoesOnWithout() throws IOException {
        var file = Files.createFile(folder.resolve("no-folder"));

        assertThat(new SnapshotFolder(file).keep(folded(recorded(1)).get(3))).isFalse();
    }

    @Test
    void everySnapshotIsComparedWithTheStateFoldedFromTheFirstEvent() {
        var snapshots = new SnapshotFolder(folder);
        var all = folded(recorded(4));
        snapshots.keep(all.get(30));
        var wrong = all.get(50);
        snapshots.keep(
                new Snapshot(RunRules.apply(wrong.state(), new Event.RunResumed()), wrong.last(), wrong.latest()));

        var folded = StateCheck.of(journal(4), snapshots).getFirst();

        assertThat(folded.events()).isEqualTo(all.size());
        assertThat(folded.agreeing()).containsExactly(31L);
        assertThat(folded.differing()).containsExactly(52L);
    }

    /// Each event in a minute of its own.
    private static List<Recorded> recorded(int seed) {
        var events = Rehearsal.play(seed, RunRules::decide).events();
        return IntStream.range(0, events.size())
                .mapToObj(number -> new Recorded(
                        RUN, number + 1, "c" + number, START.plusSeconds(60L * number), events.get(number)))
                .toList();
    }

    private static List<Snapshot> folded(List<Recorded> events) {
        var all = new ArrayList<Snapshot>();
        all.add(Snapshot.first(events.getFirst()));
        events.stream().skip(1).forEach(event -> all.add(all.getLast().after(event)));
        return all;
    }

    private static Journal journal(int seed) {
        var journal = new MemoryJournal();
        recorded(seed)
                .forEach(each -> journal.append(
                        new Batch(RUN, each.version() - 1, each.command(), List.of(each.event()), each.at())));
        return journal;
    }
}
