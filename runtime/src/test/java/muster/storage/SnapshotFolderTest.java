package muster.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import muster.rehearsal.Rehearsal;
import muster.run.Event;
import muster.run.Recorded;
import muster.run.RunId;
import muster.run.RunRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// On the runs of unreliable teams, in which every state of a step, gate, loop and budget occurs.
class SnapshotFolderTest {
    private static final RunId RUN = new RunId("r1");
    private static final int DAMAGES = 200;
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

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aDamagedSnapshotIsPassedOverForTheOneBefore(int seed) throws IOException {
        var snapshots = new SnapshotFolder(folder);
        var all = folded(recorded(seed));
        snapshots.keep(all.get(20));
        snapshots.keep(all.get(40));
        var newest = folder.resolve("r1").resolve("41.snapshot");
        var whole = Files.readAllBytes(newest);
        var random = new Random(seed);

        for (var damage = 0; damage < DAMAGES; damage++) {
            var at = random.nextInt(whole.length);
            Files.write(newest, damage % 2 == 0 ? Arrays.copyOf(whole, at) : changed(whole, at, random));
            assertThat(snapshots.newest(RUN, Instant.MAX)).as("at byte " + at).isEqualTo(all.get(20));
        }
    }

    /// As a wrong program would write it.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void wrongBytesUnderARightChecksumNeverEndARun(int seed) throws IOException {
        var snapshots = new SnapshotFolder(folder);
        snapshots.keep(folded(recorded(seed)).get(40));
        var file = folder.resolve("r1").resolve("41.snapshot");
        var whole = Files.readAllBytes(file);
        var random = new Random(seed);

        for (var damage = 0; damage < DAMAGES; damage++) {
            var bytes = changed(whole, random.nextInt(whole.length - Integer.BYTES), random);
            var checksum = new CRC32C();
            checksum.update(bytes, 0, bytes.length - Integer.BYTES);
            ByteBuffer.wrap(bytes).putInt(bytes.length - Integer.BYTES, (int) checksum.getValue());
            Files.write(file, bytes);
            assertThatCode(() -> snapshots.newest(RUN, Instant.MAX)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"fence\":3,\"latest\":\"2026-01-05T09:40:00Z\",\"run\":\"r1\",\"steps\":0,\"v\":2}\n{\"crc32c\":7}",
                "muster snapshot 9\n\0\1\2"
            })
    void aSnapshotOfAnotherVersionIsPassedOverAndNoDisagreement(String text) throws IOException {
        var snapshots = new SnapshotFolder(folder);
        var all = folded(recorded(1));
        snapshots.keep(all.get(20));
        Files.writeString(folder.resolve("r1").resolve("41.snapshot"), text);

        assertThat(snapshots.newest(RUN, Instant.MAX)).isEqualTo(all.get(20));
        assertThat(FollowedRun.of(journal(1), RUN, snapshots).state())
                .isEqualTo(all.getLast().state());
        assertThat(StateCheck.of(journal(1), snapshots).getFirst().agreeing()).containsExactly(21L);
        assertThat(StateCheck.of(journal(1), snapshots).getFirst().differing()).isEmpty();
    }

    @Test
    void aDamagedSnapshotIsADisagreement() throws IOException {
        var snapshots = new SnapshotFolder(folder);
        snapshots.keep(folded(recorded(1)).get(20));
        Files.write(folder.resolve("r1").resolve("21.snapshot"), new byte[0]);

        assertThat(StateCheck.of(journal(1), snapshots).getFirst().differing()).containsExactly(21L);
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

    private static byte[] changed(byte[] whole, int at, Random random) {
        var bytes = whole.clone();
        bytes[at] ^= (byte) (1 + random.nextInt(255));
        return bytes;
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
