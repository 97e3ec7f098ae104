import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/// The least that a durable transition costs: by hand in SQLite, group commit, no rules, no JSON, no keys.
final class Floor implements AutoCloseable {
    /// What a transition writes.
    enum Rows {
        /// A fenced update of a row and a chained event of about 150 bytes.
        LEAST,
        /// The row that ours writes, with as many bytes, in its table with its indexes.
        OURS;

        String what() {
            return switch (this) {
                case LEAST -> "SQLite by hand";
                case OURS -> "SQLite by hand, our rows";
            };
        }
    }

    private record Asked(int client, CompletableFuture<Boolean> done) {}

    /// Statements of the writer.
    private interface Writing extends AutoCloseable {
        void one(int client) throws SQLException;

        void last() throws SQLException;

        @Override
        void close() throws SQLException;
    }

    private final LinkedBlockingQueue<Asked> queue = new LinkedBlockingQueue<>();
    private final Connection connection;
    private final Rows rows;
    private final Thread writer;
    private final MessageDigest sha = MessageDigest.getInstance("SHA-256");
    private volatile boolean closed;
    private String hash = "0".repeat(64);

    Floor(Path file, Rows rows) throws Exception {
        this.rows = rows;
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            switch (rows) {
                case LEAST -> {
                    statement.execute("CREATE TABLE task (id INTEGER PRIMARY KEY, fence INTEGER NOT NULL)");
                    statement.execute(
                            "CREATE TABLE event (id INTEGER PRIMARY KEY, payload TEXT NOT NULL, hash TEXT NOT NULL)");
                    for (int i = 0; i < 1024; i++) {
                        statement.execute("INSERT INTO task VALUES (" + i + ", 0)");
                    }
                }
                case OURS -> {
                    statement.execute("CREATE TABLE told (sequence INTEGER PRIMARY KEY, run INTEGER NOT NULL,"
                            + " version INTEGER NOT NULL, command TEXT NOT NULL, at TEXT NOT NULL, events TEXT NOT NULL,"
                            + " hash TEXT NOT NULL, UNIQUE (run, version), UNIQUE (run, command)) STRICT");
                    statement.execute("CREATE TABLE head (sequence INTEGER NOT NULL, hash TEXT NOT NULL) STRICT");
                    statement.execute("INSERT INTO head VALUES (0, '')");
                    statement.execute("PRAGMA wal_autocheckpoint = 8192");
                }
            }
        }
        connection.setAutoCommit(false);
        writer = Thread.ofPlatform().start(this::write);
    }

    Load.Work client(int number) {
        return () -> {
            var asked = new Asked(number, new CompletableFuture<>());
            queue.add(asked);
            asked.done().join();
        };
    }

    private void write() {
        try (var writing = rows == Rows.LEAST ? new Least() : new Entries()) {
            while (!closed) {
                var group = new ArrayList<Asked>();
                group.add(queue.take());
                queue.drainTo(group, 255);
                for (var each : group) {
                    writing.one(each.client());
                }
                writing.last();
                connection.commit();
                group.forEach(each -> each.done().complete(true));
            }
        } catch (InterruptedException e) {
            closed = true;
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void chain(String payload) {
        hash = HexFormat.of().formatHex(sha.digest((hash + payload).getBytes(StandardCharsets.UTF_8)));
    }

    private final class Least implements Writing {
        private final PreparedStatement update =
                connection.prepareStatement("UPDATE task SET fence = fence + 1 WHERE id = ? AND fence >= 0");
        private final PreparedStatement insert =
                connection.prepareStatement("INSERT INTO event (payload, hash) VALUES (?, ?)");

        Least() throws SQLException {}

        @Override
        public void one(int client) throws SQLException {
            var payload =
                    "{\"type\":\"attempt-started\",\"task\":\"t" + client + "\",\"pad\":\"" + "x".repeat(100) + "\"}";
            chain(payload);
            update.setInt(1, client);
            update.executeUpdate();
            insert.setString(1, payload);
            insert.setString(2, hash);
            insert.executeUpdate();
        }

        @Override
        public void last() {}

        @Override
        public void close() throws SQLException {
            update.close();
            insert.close();
        }
    }

    /// Two events a transition, twenty-one transitions a run.
    private final class Entries implements Writing {
        private static final int TRANSITIONS = 21;

        private final PreparedStatement insert =
                connection.prepareStatement("INSERT INTO told VALUES (?, ?, ?, ?, ?, ?, ?)");
        private final PreparedStatement head = connection.prepareStatement("UPDATE head SET sequence = ?, hash = ?");
        private final int[] transitions = new int[1024];
        private final String pad = "x".repeat(220);
        private long sequence;

        Entries() throws SQLException {}

        @Override
        public void one(int client) throws SQLException {
            var at = transitions[client]++;
            var payload = "{\"type\":\"attempt-started\",\"task\":\"t" + client + "\",\"pad\":\"" + pad + "\"}";
            chain(payload);
            chain(payload);
            sequence += 2;
            insert.setLong(1, sequence);
            insert.setLong(2, 1024L * (at / TRANSITIONS) + client);
            insert.setLong(3, 2 * (at % TRANSITIONS));
            insert.setString(4, "take-" + at % TRANSITIONS);
            insert.setString(5, "2026-01-05T09:00:00.123456Z");
            insert.setString(6, payload + '\n' + payload);
            insert.setString(7, hash);
            insert.addBatch();
        }

        @Override
        public void last() throws SQLException {
            insert.executeBatch();
            head.setLong(1, sequence);
            head.setString(2, hash);
            head.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            insert.close();
            head.close();
        }
    }

    @Override
    public void close() throws Exception {
        writer.interrupt();
        writer.join();
        connection.close();
    }
}
