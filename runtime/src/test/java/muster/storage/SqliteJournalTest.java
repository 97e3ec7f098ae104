package muster.storage;

import static muster.storage.JournalContract.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteJournalTest implements JournalContract {
    @TempDir
    Path directory;

    private int opened;

    @Override
    public Journal journal() {
        return SqliteJournal.open(directory.resolve("journal-" + opened++ + ".db"));
    }

    @Test
    void aJournalIsThereAgainWhenItsFileIsOpenedAgain() {
        var file = directory.resolve("journal.db");
        var head = filled(file);

        try (var journal = SqliteJournal.open(file)) {
            assertThat(journal.verify(head)).isEqualTo(new ChainCheck.ChainHolds(head));
            assertThat(journal.append(batch(5, "more", "f"))).isInstanceOf(AppendOutcome.Appended.class);
        }
    }

    @Test
    void aReaderSeesWhatAWriterAppendsMeanwhile() {
        var file = directory.resolve("journal.db");
        filled(file);
        try (var writing = SqliteJournal.open(file);
                var reading = SqliteJournal.openReadOnly(file)) {
            writing.append(batch(5, "more", "f"));

            assertThat(reading.head()).isEqualTo(writing.head());
            assertThat(reading.verify(ChainHead.NONE)).isInstanceOf(ChainCheck.ChainHolds.class);
            assertThatThrownBy(() -> reading.append(batch(6, "no", "g"))).isInstanceOf(JournalUnavailable.class);
        }
    }

    @Test
    void twoJournalsOverOneFileKeepOneChain() {
        var file = directory.resolve("journal.db");
        try (var one = SqliteJournal.open(file);
                var other = SqliteJournal.open(file)) {
            one.append(batch(0, "one", "a"));
            var late = other.append(batch(0, "two", "b"));
            other.append(batch(1, "two", "b"));
            one.append(batch(2, "three", "c"));

            assertThat(late).isEqualTo(new AppendOutcome.VersionConflict(1));
            assertThat(one.verify(other.head())).isEqualTo(new ChainCheck.ChainHolds(one.head()));
            assertThat(one.head().sequence()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE told SET events = replace(events, '\"c\"', '\"x\"') WHERE sequence = 4",
                "UPDATE told SET events = events || char(10) || events WHERE sequence = 4",
                "UPDATE told SET at = '2026-01-05T09:00:01Z' WHERE sequence = 4",
                "UPDATE told SET command = 'other' WHERE sequence = 4",
                "UPDATE told SET run = 33 WHERE sequence = 4",
                "UPDATE told SET version = 33 WHERE sequence = 4",
                "UPDATE told SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE sequence = 4",
                "DELETE FROM told WHERE sequence = 4"
            })
    void whateverIsChangedInTheMiddleShowsAtItsPlace(String tampering) throws SQLException {
        var file = directory.resolve("journal.db");
        filled(file);

        run(file, tampering);

        assertThat(check(file, ChainHead.NONE))
                .isInstanceOfSatisfying(
                        ChainCheck.ChainBroken.class,
                        broken -> assertThat(broken.at()).isEqualTo(3));
    }

    @Test
    void aChangeWithinWhatACommandLedToNamesItsEntries() throws SQLException {
        var file = directory.resolve("journal.db");
        filled(file);

        run(file, "UPDATE told SET events = replace(events, '\"c\"', '\"x\"') WHERE sequence = 4");

        assertThat(check(file, ChainHead.NONE))
                .isEqualTo(new ChainCheck.ChainBroken(
                        3, "one of the entries 3 to 4, or the hash before them, was changed"));
    }

    @Test
    void twoEntriesThatChangedPlacesShow() throws SQLException {
        var file = directory.resolve("journal.db");
        filled(file);

        run(file, "UPDATE told SET sequence = -4 WHERE sequence = 4");
        run(file, "UPDATE told SET sequence = 4 WHERE sequence = 5");
        run(file, "UPDATE told SET sequence = 5 WHERE sequence = -4");

        assertThat(check(file, ChainHead.NONE))
                .isInstanceOfSatisfying(
                        ChainCheck.ChainBroken.class,
                        broken -> assertThat(broken.at()).isEqualTo(3));
    }

    @Test
    void aTailThatIsCutOffSkilfullyShowsOnlyAgainstAHeadKeptElsewhere() throws SQLException {
        var file = directory.resolve("journal.db");
        var kept = filled(file);

        run(file, "DELETE FROM told WHERE sequence >= 5");
        assertThat(check(file, ChainHead.NONE)).isInstanceOf(ChainCheck.ChainBroken.class);
        run(file, "UPDATE head SET sequence = 4, hash = (SELECT hash FROM told WHERE sequence = 4)");

        assertThat(check(file, ChainHead.NONE)).isInstanceOf(ChainCheck.ChainHolds.class);
        assertThat(check(file, kept))
                .isEqualTo(new ChainCheck.ChainBroken(
                        5, "the tail is cut off: the kept head is entry 5, the last here is 4"));
    }

    static IntStream seeds() {
        return IntStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aFlippedBitInTheTextOfAnEntryShows(int seed) throws Exception {
        var file = directory.resolve("journal.db");
        filled(file);
        run(file, "PRAGMA wal_checkpoint(TRUNCATE)");
        var bytes = Files.readAllBytes(file);
        var text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        var at = text.indexOf("{\"kind\":\"remark\"") + new Random(seed).nextInt(20);

        bytes[at] ^= (byte) (1 << new Random(seed).nextInt(7));
        Files.write(file, bytes);

        assertThat(check(file, ChainHead.NONE)).isInstanceOf(ChainCheck.ChainBroken.class);
    }

    @Test
    void aFailedWriteLeavesAJournalThatGoesOn() throws SQLException {
        var file = directory.resolve("journal.db");
        try (var journal = SqliteJournal.open(file)) {
            journal.append(batch(0, "one", "a"));
            run(file, "CREATE TRIGGER full BEFORE INSERT ON told BEGIN SELECT raise(ROLLBACK, 'disk full'); END");
            assertThatThrownBy(() -> journal.append(batch(1, "two", "b", "c"))).isInstanceOf(JournalUnavailable.class);
            run(file, "DROP TRIGGER full");

            assertThat(journal.append(batch(1, "two", "b", "c"))).isInstanceOf(AppendOutcome.Appended.class);
            assertThat(journal.verify(ChainHead.NONE)).isEqualTo(new ChainCheck.ChainHolds(journal.head()));
            assertThat(journal.head().sequence()).isEqualTo(3);
        }
    }

    @Test
    void aJournalOfANewerMusterIsNotTouched() throws SQLException {
        var file = directory.resolve("journal.db");
        filled(file);
        run(file, "INSERT INTO schema_version VALUES (99)");

        assertThatThrownBy(() -> SqliteJournal.open(file))
                .isInstanceOf(JournalUnavailable.class)
                .hasRootCauseMessage(
                        "the journal has tables of version 99, this Muster knows up to 5; it was written by a newer one");
    }

    @Test
    void aFileThatIsNoJournalIsNotOpened() throws Exception {
        var file = Files.writeString(directory.resolve("notes.txt"), "this is not a database at all, but a text");

        assertThatThrownBy(() -> SqliteJournal.open(file)).isInstanceOf(JournalUnavailable.class);
        assertThatThrownBy(() -> SqliteJournal.openReadOnly(directory.resolve("missing.db")))
                .isInstanceOf(JournalUnavailable.class);
    }

    @Test
    void aClosedJournalRefusesInsteadOfWaiting() {
        var journal = SqliteJournal.open(directory.resolve("journal.db"));
        journal.close();

        assertThatThrownBy(() -> journal.append(batch(0, "one", "a"))).isInstanceOf(JournalUnavailable.class);
    }

    private static ChainHead filled(Path file) {
        try (var journal = SqliteJournal.open(file)) {
            journal.append(batch(0, "one", "a", "b"));
            journal.append(batch(2, "two", "c", "d"));
            journal.append(batch(4, "three", "e"));
            return journal.head();
        }
    }

    private static ChainCheck check(Path file, ChainHead kept) {
        try (var journal = SqliteJournal.openReadOnly(file)) {
            return journal.verify(kept);
        }
    }

    private static void run(Path file, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
