package muster.storage;

import static muster.storage.JournalContract.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What becomes of a journal whose PostgreSQL has no space left, on real disks.
class PostgresFullDiskTest {

    @Test
    void aFullDiskOfTablesIsSaidLosesNothingAndIsGoneOnWithOnceThereIsSpace() {
        var server = PostgresServer.shared();
        try (var disk = disk("size=12m")) {
            var address = PostgresAddress.of(server.freshOn(disk.folder()));
            try (var journal = open(server, address)) {
                var acknowledged = fill(journal);

                assertThatThrownBy(() -> journal.append(filling(acknowledged)))
                        .hasMessageContaining(
                                "the database's disk is full; nothing was written\nMaybe free some space");
                assertThat(journal.read(JournalContract.RUN, 0)).hasSize(acknowledged);
                assertThat(disk.remount("size=64m")).isTrue();
                goesOn(journal, acknowledged);
            }
            server.drop(address);
        }
    }

    /// PostgreSQL itself gives up when it cannot write its log; whoever frees the disk starts it again.
    @Test
    void aServerThatItsFullDiskStoppedLostNothingAndIsGoneOnWithWhenItIsStartedAgain() throws IOException {
        try (var disk = disk("size=256m");
                var server = PostgresServer.in(disk.folder())) {
            var address = PostgresAddress.of(server.fresh());
            try (var journal = open(server, address)) {
                journal.append(filling(0));
                var ballast = disk.folder().resolve("ballast");
                Files.write(
                        ballast,
                        new byte[(int) (Files.getFileStore(disk.folder()).getUsableSpace() - 4096)]);
                server.fillLog();

                assertThatThrownBy(() -> journal.append(filling(1)))
                        .hasMessageContaining("the database does not answer\nMaybe it is not running");
                Files.delete(ballast);
                server.again();
                assertThat(journal.read(JournalContract.RUN, 0)).hasSize(1);
                goesOn(journal, 1);
            }
        }
    }

    /// How many were acknowledged before one was refused.
    private static int fill(Journal journal) {
        for (var version = 0; ; version++) {
            try {
                journal.append(filling(version));
            } catch (JournalUnavailable e) {
                return version;
            }
        }
    }

    private static void goesOn(Journal journal, int acknowledged) {
        assertThat(journal.append(filling(acknowledged))).isInstanceOf(AppendOutcome.Appended.class);
        assertThat(journal.append(filling(acknowledged + 1))).isInstanceOf(AppendOutcome.Appended.class);
        assertThat(journal.verify(ChainHead.NONE)).isEqualTo(new ChainCheck.ChainHolds(journal.head()));
        assertThat(journal.head().sequence()).isEqualTo(acknowledged + 2);
    }

    private static Batch filling(int version) {
        // Nothing that the database could make smaller.
        var text = new Random(version).ints(8_000, ' ', '~').mapToObj(Character::toString);
        return batch(version, "k" + version, text.collect(Collectors.joining()));
    }

    private static SmallDisk disk(String options) {
        var disk = SmallDisk.in(PostgresServer.folderOfItsOwn("/tmp"), options);
        assertThat(disk.belongsTo(PostgresServer.OWNER)).isTrue();
        return disk;
    }

    private static Journal open(PostgresServer server, PostgresAddress address) {
        return PostgresJournal.open(address, Map.of("MUSTER_TEST_PASSWORD", server.password()));
    }
}
