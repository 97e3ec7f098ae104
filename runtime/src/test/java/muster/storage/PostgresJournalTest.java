package muster.storage;

import static muster.storage.JournalContract.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import muster.run.RunId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresJournalTest implements JournalContract {
    private static final List<PostgresAddress> addresses = new ArrayList<>();
    private static PostgresServer server;

    @BeforeAll
    static void start() {
        server = PostgresServer.shared();
    }

    @Override
    public Journal journal() {
        return open(address());
    }

    /// An empty database; it takes long to make one, so there are few, and used ones are emptied.
    private static PostgresAddress address() {
        if (addresses.size() < 3) {
            addresses.add(PostgresAddress.of(server.fresh()));
            return addresses.getLast();
        }
        addresses.addLast(addresses.removeFirst());
        try (var connection = connection(addresses.getLast());
                var statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS muster CASCADE");
            return addresses.getLast();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Journal open(PostgresAddress address) {
        return PostgresJournal.open(address, Map.of("MUSTER_TEST_PASSWORD", server.password()));
    }

    @Test
    void serversThatShareADatabaseKeepOneChain() throws Exception {
        var address = address();
        try (var one = open(address);
                var other = open(address);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<Callable<Integer>>();
            for (var i = 0; i < 8; i++) {
                var run = new RunId("w" + i);
                var journal = i % 2 == 0 ? one : other;
                writers.add(() -> JournalContract.appendMany(journal, run));
            }
            for (var done : threads.invokeAll(writers)) {
                assertThat(done.get()).isEqualTo(25);
            }

            assertThat(one.verify(other.head())).isEqualTo(new ChainCheck.ChainHolds(one.head()));
            assertThat(one.head().sequence()).isEqualTo(200);
        }
    }

    /// A large run is read on the writer's connection, whose silence ends its appends after 4 s.
    @Test
    void whoReadsForLongIsNotTakenForCutOff() throws SQLException {
        var environment = Map.of("MUSTER_TEST_PASSWORD", server.password());
        try (var dialect = PostgresJournal.dialect(address(), environment);
                var writing = dialect.writing()) {
            assertThat(dialect.<String>read(writing, PostgresJournalTest::silence))
                    .isEqualTo("10min");
            assertThat(silence(writing)).isEqualTo("4s");
            writing.rollback();
        }
    }

    private static String silence(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW idle_in_transaction_session_timeout")) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void aServerWhoseConnectionsAreTakenAwayWritesAgainThroughFreshOnes() throws SQLException {
        var address = address();
        try (var journal = open(address)) {
            journal.append(batch(0, "one", "a"));
            journal.read(RUN, 0);
            try (var operator = connection(address);
                    var statement = operator.createStatement()) {
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
            }

            assertThat(journal.append(batch(1, "two", "b"))).isInstanceOf(AppendOutcome.Appended.class);
            assertThat(journal.read(RUN, 0)).hasSize(2);
        }
    }

    /// Killing one process of PostgreSQL makes it drop all connections and recover from its log.
    @Test
    void aDatabaseThatIsKilledLosesNothingAndIsWrittenToAgain() throws Exception {
        try (var journal = open(address());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<Callable<Integer>>();
            for (var i = 0; i < 4; i++) {
                var run = new RunId("w" + i);
                writers.add(() -> appendThroughKills(journal, run));
            }
            for (var done : threads.invokeAll(writers)) {
                assertThat(done.get()).isEqualTo(25);
            }

            assertThat(journal.head().sequence()).isEqualTo(100);
            assertThat(journal.verify(ChainHead.NONE)).isEqualTo(new ChainCheck.ChainHolds(journal.head()));
        }
    }

    private static int appendThroughKills(Journal journal, RunId run) throws Exception {
        for (var i = 0; i < 25; i++) {
            if (run.value().equals("w0") && i % 10 == 5) {
                killWriter();
            }
            var outcome = journal.append(new Batch(run, i, "k" + i, List.of(JournalContract.note("n" + i)), AT));
            assertThat(outcome).isInstanceOf(AppendOutcome.Appended.class);
        }
        return journal.read(run, 0).size();
    }

    private static void killWriter() throws Exception {
        try (var operator = connection(addresses.getLast());
                var statement = operator.createStatement();
                var rows = statement.executeQuery("SELECT max(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()")) {
            rows.next();
            new ProcessBuilder("kill", "-9", rows.getString(1)).start().waitFor();
        }
    }

    @Test
    void messagesThatOneServerIsAtAreSkippedByOthers() throws Exception {
        var address = address();
        try (var one = open(address);
                var other = open(address)) {
            one.keep(JournalContract.message("t1", AT));
            var both = new ArrayList<Integer>();

            var now = AT.plusSeconds(1);
            var told = one.deliver(now, 10, _ -> both.add(other.deliver(now, 10, _ -> {})));

            assertThat(told).isEqualTo(1);
            assertThat(both).containsExactly(0);
            assertThat(other.nextDue()).isNull();
        }
    }

    /// The driver alone takes it for done.
    @Test
    void aCommitAfterAFailedStatementIsNotTakenForDone() throws SQLException {
        var address = address();
        try (var dialect = new PostgresDialect(
                        address.url(), address.properties(Map.of("MUSTER_TEST_PASSWORD", server.password())));
                var connection = connection(address);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> statement.execute("SELECT 1 / 0")).isInstanceOf(SQLException.class);

            var transactions = dialect.transactions(connection);
            var nothing = new AppendGroup(ChainHead.NONE, new Known(new HashMap<>(), new HashMap<>()));
            var one = new AppendGroup(ChainHead.NONE, new Known(new HashMap<>(), new HashMap<>()));
            var batch = JournalContract.batch(0, "one", "a");
            one.add(Draft.of(batch));

            assertThatThrownBy(() -> transactions.commit(nothing)).hasMessageContaining("aborted");
            assertThatThrownBy(() -> transactions.commit(one)).hasMessageContaining("aborted");
        }
    }

    @Test
    void aBatchThatTheDatabaseRefusesDoesNotTakeTheOthersWithIt() throws Exception {
        var address = address();
        try (var journal = open(address);
                var operator = connection(address);
                var statement = operator.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            statement.execute("ALTER TABLE told ADD CHECK (command <> 'k7')");
            var writers = new ArrayList<Callable<AppendOutcome>>();
            for (var i = 0; i < 16; i++) {
                var batch = new Batch(new RunId("w" + i), 0, "k" + i, List.of(JournalContract.note("n")), AT);
                writers.add(() -> journal.append(batch));
            }

            var refused = new ArrayList<Integer>();
            var all = threads.invokeAll(writers);
            for (var i = 0; i < all.size(); i++) {
                if (all.get(i).state() == Future.State.FAILED) {
                    refused.add(i);
                }
            }

            assertThat(refused).containsExactly(7);
            assertThat(journal.head().sequence()).isEqualTo(15);
            assertThat(journal.verify(ChainHead.NONE)).isInstanceOf(ChainCheck.ChainHolds.class);
        }
    }

    @Test
    void aServerThatIsCutOffWhileItAppendsHoldsOthersUpForSecondsOnly() throws Exception {
        var address = address();
        try (var one = open(address);
                var cutOff = PostgresJournal.dialect(address, Map.of("MUSTER_TEST_PASSWORD", server.password()));
                var silent = cutOff.writing();
                var lock = silent.createStatement()) {
            lock.execute("SELECT * FROM head FOR UPDATE");

            assertThat(one.append(batch(0, "a", "note"))).isInstanceOf(AppendOutcome.Appended.class);
        }
    }

    @Test
    void aDatabaseWithoutAJournalIsNotReadAndNotTouched() {
        var address = address();
        var environment = Map.of("MUSTER_TEST_PASSWORD", server.password());

        assertThatThrownBy(() -> PostgresJournal.openReadOnly(address, environment))
                .isInstanceOf(JournalUnavailable.class)
                .hasMessageContaining("holds no journal");
    }

    @Test
    void aWrongPasswordIsSaidAndNeverRepeated() {
        var address = address();

        assertThatThrownBy(() -> PostgresJournal.open(address, Map.of("MUSTER_TEST_PASSWORD", "hunter2")))
                .isInstanceOf(JournalUnavailable.class)
                .hasMessageContaining("refused the user or the password")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void anAddressWithAPasswordIsRefused() {
        assertThatThrownBy(() -> PostgresAddress.of("postgresql://u:hunter2@127.0.0.1/d"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
    }

    static Connection connection(PostgresAddress address) throws SQLException {
        Properties properties = address.properties(Map.of("MUSTER_TEST_PASSWORD", server.password()));
        properties.put("currentSchema", PostgresAddress.SCHEMA);
        return DriverManager.getConnection(address.url(), properties);
    }
}
