package muster.packs.warehouse;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/// Empty PostgreSQL schemas for tests: one server in a temporary folder, on this machine's loopback alone, for as long
/// as the process lasts.
final class PostgresScratch {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private static final class Once {
        private static final String URL = start();
    }

    private PostgresScratch() {}

    /// A schema without tables; without PostgreSQL on this machine the test is skipped.
    static Scratch empty(Path folder) throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(INSTALLED), "PostgreSQL is not installed");
        var name = "w" + SCHEMAS.incrementAndGet();
        try (var connection = open("public");
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + name);
        }
        return new Scratch(folder, () -> open(name));
    }

    /// Whether the server can count statements.
    static boolean counts() throws IOException {
        try (var versions = Files.list(INSTALLED)) {
            var newest = versions.max(Comparator.naturalOrder()).orElseThrow();
            return Files.exists(newest.resolve("lib/pg_stat_statements.so"));
        }
    }

    private static Connection open(String schema) throws SQLException {
        return DriverManager.getConnection(Once.URL + "?user=muster&currentSchema=" + schema);
    }

    private static String start() {
        try (var versions = Files.list(INSTALLED)) {
            var bin = versions.max(Comparator.naturalOrder()).orElseThrow().resolve("bin");
            int port = freePort();
            var state = run("mktemp", "-d", "/tmp/muster-warehouse-XXXXXX");
            run(bin + "/initdb", "-D", state + "/data", "-U", "muster", "-A", "trust", "--no-sync");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(bin, state)));
            var options = "-p %d -k %s -c listen_addresses=127.0.0.1 -c fsync=off".formatted(port, state)
                    + (counts() ? " -c shared_preload_libraries=pg_stat_statements" : "");
            run(bin + "/pg_ctl", "-D", state + "/data", "-w", "-l", state + "/log", "-o", options, "start");
            return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void stop(Path bin, String state) {
        try {
            run(bin + "/pg_ctl", "-D", state + "/data", "-m", "immediate", "stop");
            run("rm", "-r", state);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// PostgreSQL refuses to run as root.
    private static String run(String... command) throws IOException, InterruptedException {
        var argv = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            argv.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        argv.addAll(List.of(command));
        var output = Files.createTempFile("muster", ".out");
        var process = new ProcessBuilder(argv)
                .directory(Path.of("/tmp").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exit = process.waitFor();
        var said = Files.readString(output).strip();
        Files.delete(output);
        if (exit != 0) {
            throw new IllegalStateException(String.join(" ", argv) + ": " + said);
        }
        return said;
    }
}
