package muster.storage;

import static muster.storage.JournalContract.batch;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import muster.json.Sha256;
import muster.run.Recorded;
import muster.run.RunId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationsTest {
    @TempDir
    Path directory;

    /// A step that somebody's tables have gone through is never changed: add another one, and its hash here.
    @Test
    void stepsAreAddedAndNeverChanged() {
        assertThat(hashes(SqliteDialect.MIGRATIONS))
                .containsExactly(
                        "559f7cc48fcb4d79",
                        "ed439bf0f357c9eb",
                        "336c500c60b10a7c",
                        "1095b19d4d7b9cab",
                        "8f418815378ea088");
        assertThat(hashes(PostgresDialect.MIGRATIONS))
                .containsExactly("5aee41e68ffa9951", "336c500c60b10a7c", "6a07a40237c5d691", "727243fa0ca206e3");
    }

    static IntStream sqliteVersions() {
        return IntStream.range(1, SqliteDialect.MIGRATIONS.steps().size());
    }

    static IntStream postgresVersions() {
        return IntStream.range(1, PostgresDialect.MIGRATIONS.steps().size());
    }

    @ParameterizedTest(name = "from version {0}")
    @MethodSource("sqliteVersions")
    void anSqliteJournalOfEveryVersionIsBroughtUpToDate(int version) throws SQLException {
        var file = directory.resolve("journal.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            SqliteDialect.MIGRATIONS.bring(connection, version);
            fill(connection, version);
        }

        try (var reading = SqliteJournal.openReadOnly(file)) {
            assertThat(reading.verify(ChainHead.NONE)).isInstanceOf(ChainCheck.ChainHolds.class);
        }
        try (var journal = SqliteJournal.open(file)) {
            assertWhole(journal);
        }
    }

    @ParameterizedTest(name = "from version {0}")
    @MethodSource("postgresVersions")
    void aPostgresJournalOfEveryVersionIsBroughtUpToDate(int version) throws SQLException {
        var server = PostgresServer.shared();
        var address = PostgresAddress.of(server.fresh());
        var environment = Map.of("MUSTER_TEST_PASSWORD", server.password());
        var properties = address.properties(environment);
        properties.put("currentSchema", PostgresAddress.SCHEMA);
        try (var connection = DriverManager.getConnection(address.url(), properties)) {
            PostgresDialect.MIGRATIONS.bring(connection, version);
            fill(connection, version + 1);
        }

        try (var journal = PostgresJournal.open(address, environment)) {
            assertWhole(journal);
        }
    }

    /// As the Muster of that version did.
    private static void fill(Connection connection, int version) throws SQLException {
        var entries = entries();
        try (var insert = connection.prepareStatement("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var entry : entries) {
                insert.setLong(1, entry.sequence());
                insert.setString(2, entry.run());
                insert.setLong(3, entry.version());
                insert.setString(4, entry.command());
                insert.setInt(5, entry.part());
                insert.setString(6, entry.at());
                insert.setString(7, entry.payload());
                insert.setString(8, entry.hash());
                insert.executeUpdate();
            }
        }
        if (version >= 2) {
            try (var statement = connection.createStatement()) {
                statement.execute("INSERT INTO run VALUES ('r1', 1" + (version == 2 ? ", 4)" : ")"));
                statement.execute("INSERT INTO run VALUES ('r2', 4" + (version == 2 ? ", 2)" : ")"));
                statement.execute("UPDATE head SET sequence = 6, hash = '"
                        + entries.getLast().hash() + "'");
            }
        }
    }

    /// Two commands of a run, of three events and one, and between them one of another with two.
    private static List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        var chain = new ChainHash();
        var told = List.of("r1 1 one 0", "r1 2 one 1", "r1 3 one 2", "r2 1 one 0", "r2 2 one 1", "r1 4 two 0");
        for (var line : told) {
            var word = line.split(" ", -1);
            var entry = new Entry(
                    entries.size() + 1,
                    word[0],
                    Long.parseLong(word[1]),
                    word[2],
                    Integer.parseInt(word[3]),
                    "2026-01-05T09:00:00Z",
                    EventWriter.text(JournalContract.note("a\nb" + entries.size())),
                    "");
            var before = entries.isEmpty()
                    ? ChainHead.NONE.hash()
                    : entries.getLast().hash();
            entries.add(entry.withHash(chain.after(before, entry)));
        }
        return entries;
    }

    private static void assertWhole(Journal journal) {
        var lines = new ArrayList<String>();
        journal.export(lines::add);
        assertThat(lines).isEqualTo(entries().stream().map(Entry::json).toList());
        assertThat(journal.read(JournalContract.RUN, 2))
                .extracting(Recorded::version)
                .containsExactly(3L, 4L);
        assertThat(journal.told(new RunId("r2"), "one")).hasSize(2);
        assertThat(journal.runs()).containsExactly(JournalContract.RUN, new RunId("r2"));
        assertThat(journal.head().sequence()).isEqualTo(6);
        assertThat(journal.append(batch(4, "one", "d"))).isEqualTo(new AppendOutcome.AlreadyDone(3));
        assertThat(journal.append(batch(4, "three", "d"))).isInstanceOf(AppendOutcome.Appended.class);
        assertThat(journal.verify(ChainHead.NONE)).isEqualTo(new ChainCheck.ChainHolds(journal.head()));
    }

    private static List<String> hashes(Migrations migrations) {
        return migrations.steps().stream()
                .map(step -> Sha256.of(String.join("\n", step).getBytes(StandardCharsets.UTF_8)))
                .map(hash -> hash.substring(0, 16))
                .toList();
    }
}
