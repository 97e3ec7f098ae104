package muster.storage;

import static muster.storage.JournalContract.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a journal on a real disk that is full, only to be read, or damaged. Disks are mounted for the test,
/// where the machine allows it.
class JournalTroubleTest {
    @TempDir
    Path directory;

    private SmallDisk mounted;

    @AfterEach
    void unmount() {
        if (mounted != null) {
            mounted.close();
        }
    }

    @Test
    void aFullDiskIsSaidLosesNothingAndIsGoneOnWithOnceThereIsSpace() throws Exception {
        var disk = disk("size=600k");
        try (var journal = SqliteJournal.open(disk.resolve("journal.db"))) {
            var acknowledged = 0;
            JournalUnavailable full = null;
            while (full == null) {
                try {
                    journal.append(filling(acknowledged));
                    acknowledged++;
                } catch (JournalUnavailable e) {
                    full = e;
                }
            }
            var refused = acknowledged;
            assertThatThrownBy(() -> journal.append(filling(refused))).isInstanceOf(JournalUnavailable.class);

            assertThat(acknowledged).isPositive();
            assertThat(full).hasMessageContaining("the disk is full; nothing was written\nMaybe free some space");
            assertThat(journal.read(JournalContract.RUN, 0)).hasSize(acknowledged);

            assertThat(mounted.remount("size=8m")).isTrue();
            assertThat(journal.append(filling(acknowledged))).isInstanceOf(AppendOutcome.Appended.class);
            assertThat(journal.append(filling(acknowledged + 1))).isInstanceOf(AppendOutcome.Appended.class);
            assertThat(journal.verify(ChainHead.NONE)).isEqualTo(new ChainCheck.ChainHolds(journal.head()));
            assertThat(journal.head().sequence()).isEqualTo(acknowledged + 2);
        }
    }

    private static Batch filling(int version) {
        return batch(version, "k" + version, "x".repeat(2000));
    }

    @Test
    void aDiskThatCanOnlyBeReadIsSaid() throws Exception {
        var disk = disk("size=8m");
        var file = disk.resolve("journal.db");
        try (var journal = SqliteJournal.open(file)) {
            journal.append(batch(0, "one", "a"));
        }
        assertThat(mounted.remount("ro")).isTrue();

        assertThatThrownBy(() -> SqliteJournal.open(file))
                .isInstanceOf(JournalUnavailable.class)
                .hasMessageContaining("can only be read");
        try (var reading = SqliteJournal.openReadOnly(file)) {
            assertThat(reading.read(JournalContract.RUN, 0)).hasSize(1);
        }
        assertThat(mounted.remount("rw")).isTrue();
        try (var journal = SqliteJournal.open(file)) {
            assertThat(journal.append(batch(1, "two", "b"))).isInstanceOf(AppendOutcome.Appended.class);
        }
    }

    @Test
    void aDamagedPageIsFoundAndACopyIsGoneOnWith() throws Exception {
        var file = directory.resolve("journal.db");
        try (var journal = SqliteJournal.open(file)) {
            for (var i = 0; i < 60; i++) {
                journal.append(filling(i));
            }
        }
        var copy = Files.readAllBytes(file);
        var damaged = copy.clone();
        for (var i = 20 * 4096; i < 24 * 4096; i++) {
            damaged[i] = 0x55;
        }
        Files.write(file, damaged);

        try (var journal = SqliteJournal.openReadOnly(file)) {
            assertThat(journal.verify(ChainHead.NONE)).isInstanceOf(ChainCheck.ChainBroken.class);
            var broken = catchThrowableOfType(JournalUnavailable.class, () -> journal.read(JournalContract.RUN, 0));
            assertThat(broken).hasMessageContaining("the file is damaged\nMaybe see how far it holds");
        }
        Files.write(file, copy);
        try (var journal = SqliteJournal.open(file)) {
            assertThat(journal.append(filling(60))).isInstanceOf(AppendOutcome.Appended.class);
            assertThat(journal.verify(ChainHead.NONE)).isEqualTo(new ChainCheck.ChainHolds(journal.head()));
        }
    }

    private Path disk(String options) throws IOException {
        mounted = SmallDisk.in(Files.createDirectory(directory.resolve("disk")), options);
        return mounted.folder();
    }
}
