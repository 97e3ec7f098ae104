import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/// The least that a durable transition costs: by hand in SQLite, a fenced update of a row and a chained event of about
/// 150 bytes, group commit, no rules, no JSON.
final class Floor implements AutoCloseable {
    private record Asked(int client, CompletableFuture<Boolean> done) {}

    private final LinkedBlockingQueue<Asked> queue = new LinkedBlockingQueue<>();
    private final Connection connection;
    private final Thread writer;
    private volatile boolean closed;
    private String hash = "0".repeat(64);

    Floor(Path file) throws Exception {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("CREATE TABLE task (id INTEGER PRIMARY KEY, fence INTEGER NOT NULL)");
            statement.execute("CREATE TABLE event (id INTEGER PRIMARY KEY, payload TEXT NOT NULL, hash TEXT NOT NULL)");
            for (int i = 0; i < 1024; i++) {
                statement.execute("INSERT INTO task VALUES (" + i + ", 0)");
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
        try (var update = connection.prepareStatement("UPDATE task SET fence = fence + 1 WHERE id = ? AND fence >= 0");
                var insert = connection.prepareStatement("INSERT INTO event (payload, hash) VALUES (?, ?)")) {
            var sha = MessageDigest.getInstance("SHA-256");
            while (!closed) {
                var group = new ArrayList<Asked>();
                group.add(queue.take());
                queue.drainTo(group, 255);
                for (var each : group) {
                    var payload = "{\"type\":\"attempt-started\",\"task\":\"t" + each.client() + "\",\"pad\":\""
                            + "x".repeat(100) + "\"}";
                    hash = HexFormat.of().formatHex(sha.digest((hash + payload).getBytes(StandardCharsets.UTF_8)));
                    update.setInt(1, each.client());
                    update.executeUpdate();
                    insert.setString(1, payload);
                    insert.setString(2, hash);
                    insert.executeUpdate();
                }
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

    @Override
    public void close() throws Exception {
        writer.interrupt();
        writer.join();
        connection.close();
    }

    /// Median milliseconds of writing 4 KiB and waiting for the disk.
    static double fsync(Path folder) throws Exception {
        var times = new long[200];
        try (var file = FileChannel.open(
                folder.resolve("fsync"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE)) {
            for (int i = 0; i < times.length; i++) {
                var before = System.nanoTime();
                file.write(ByteBuffer.allocate(4096));
                file.force(false);
                times[i] = System.nanoTime() - before;
            }
        }
        Arrays.sort(times);
        return times[times.length / 2] / 1e6;
    }
}
