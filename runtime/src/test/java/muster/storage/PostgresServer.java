package muster.storage;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/// A PostgreSQL server of the tests' own, started once in a process and stopped with it: in a temporary folder, on
/// a free port of this machine alone, by an unprivileged user. It asks for a password.
public final class PostgresServer implements AutoCloseable {
    public static final String USER = "muster";

    /// The user of the system that it runs as.
    static final String OWNER = isRoot() ? "postgres" : System.getProperty("user.name");

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final long ENOUGH = 2L << 30;
    private static final int STARTS_IN_SECONDS = 60;

    private final Path binaries;
    private final Path folder;
    private final int port;
    private final String password = UUID.randomUUID().toString();

    private static final class Once {
        static final PostgresServer SERVER = new PostgresServer(binaries(), folder());
    }

    /// The server; without PostgreSQL on this machine the test is skipped.
    public static PostgresServer shared() {
        Assumptions.assumeTrue(binaries() != null, "PostgreSQL is not installed");
        return Once.SERVER;
    }

    /// Another one, in a folder that belongs to [#OWNER]. It stops when it is closed.
    static PostgresServer in(Path folder) {
        Assumptions.assumeTrue(binaries() != null, "PostgreSQL is not installed");
        return new PostgresServer(binaries(), folder.toString());
    }

    /// A new folder that belongs to [#OWNER].
    static Path folderOfItsOwn(String within) {
        return Path.of(run(List.of("mktemp", "-d", within + "/muster-postgres-XXXXXX")));
    }

    private PostgresServer(Path binaries, String within) {
        this.binaries = binaries;
        try {
            folder = folderOfItsOwn(within);
            port = freePort();
            start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start() throws IOException {
        var secret = Files.writeString(Files.createTempFile("muster", ".secret"), password);
        secret.toFile().setReadable(true, false);
        var state = folder.resolve("state").toString();
        run(List.of(
                binary("initdb"), "-D", state, "-U", USER, "-A", "scram-sha-256", "--pwfile=" + secret, "--no-sync"));
        Files.delete(secret);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        begin();
    }

    /// Starts it again, whatever it is doing.
    void again() {
        halt();
        begin();
    }

    /// Writes so much into its log that another file of the log is needed, until it cannot any more.
    void fillLog() {
        try {
            for (var megabytes = 0; megabytes < 64; megabytes++) {
                execute("SELECT pg_logical_emit_message(true, 'fill', repeat('x', 1000000))");
            }
        } catch (IllegalStateException _) {
            return;
        }
        throw new IllegalStateException("its log did not become full");
    }

    private void begin() {
        var state = folder.resolve("state").toString();
        var options = "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c fsync=off";
        run(List.of(binary("pg_ctl"), "-D", state, "-w", "-l", folder + "/log", "-o", options, "start"));
    }

    @Override
    public void close() {
        halt();
        run(List.of("rm", "-rf", folder.toString()));
    }

    private void halt() {
        try {
            run(List.of(binary("pg_ctl"), "-D", folder.resolve("state").toString(), "-m", "immediate", "stop"));
        } catch (IllegalStateException _) {
            // It is not running.
        }
    }

    /// The address of a new, empty database, as an operator would name it.
    public String fresh() {
        var name = "d" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return address(name);
    }

    /// The same, with the files of its tables in a folder that belongs to [#OWNER].
    String freshOn(Path disk) {
        var name = "d" + DATABASES.incrementAndGet();
        execute("CREATE TABLESPACE on_" + name + " LOCATION '" + disk + "'");
        execute("CREATE DATABASE " + name + " TABLESPACE on_" + name);
        return address(name);
    }

    /// Takes a database of [#freshOn] away with its folder.
    void drop(PostgresAddress address) {
        var name = address.url().substring(address.url().lastIndexOf('/') + 1);
        execute("DROP DATABASE " + name + " WITH (FORCE)");
        execute("DROP TABLESPACE on_" + name);
    }

    private void execute(String sql) {
        try (var connection = DriverManager.getConnection(url("postgres"), USER, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String address(String name) {
        return "postgresql://" + USER + "@127.0.0.1:" + port + "/" + name + "?password-env=MUSTER_TEST_PASSWORD";
    }

    public String password() {
        return password;
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private String binary(String name) {
        return binaries.resolve(name).toString();
    }

    private static Path binaries() {
        try (var versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        } catch (IOException _) {
            return null;
        }
    }

    /// In memory where there is room: nothing of it is to last.
    private static String folder() {
        var memory = new File("/dev/shm");
        return memory.canWrite() && memory.getUsableSpace() > ENOUGH ? memory.getPath() : "/tmp";
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /// PostgreSQL refuses to run as root.
    private static String run(List<String> command) {
        var argv = new ArrayList<>(isRoot() ? List.of("runuser", "-u", OWNER, "--") : List.<String>of());
        argv.addAll(command);
        try {
            var output = Files.createTempFile("muster", ".out");
            var process = new ProcessBuilder(argv)
                    .directory(new File("/tmp"))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(STARTS_IN_SECONDS, TimeUnit.SECONDS);
            var said = Files.readString(output).strip();
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(command + " failed: " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
