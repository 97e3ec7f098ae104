package muster.restate;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/// A node of Restate, as a process of its own on free ports of this machine alone. It keeps its state in a folder, so
/// that it can be killed and started again.
///
/// @param peers ports of the fabric of all nodes of the cluster, this one's first
record RestateNode(Path folder, List<Integer> peers, int ingressPort, int adminPort) {
    private static final Path INSTALLED = Path.of("..", ".muster-cache", "restate-1.7.12", "restate-server")
            .toAbsolutePath()
            .normalize();
    private static final long ENOUGH = 2L << 30;
    private static final int TRIES = 400;
    private static final long REST_MILLIS = 50;

    /// A node that is not started yet; without an installed server the test is skipped.
    ///
    /// @param peers ports of the fabric of all nodes, this one's first
    static RestateNode in(Path folder, List<Integer> peers) {
        Assumptions.assumeTrue(Files.isExecutable(INSTALLED), "Restate's server is not installed");
        return new RestateNode(folder, peers, freePort(), freePort());
    }

    URI ingress() {
        return URI.create("http://127.0.0.1:" + ingressPort);
    }

    URI admin() {
        return URI.create("http://127.0.0.1:" + adminPort);
    }

    /// Starts it and waits until it takes calls.
    Process start() {
        var process = launch();
        await();
        return process;
    }

    /// Starts it; in a cluster it takes calls only after another one was started.
    Process launch() {
        try {
            Files.createDirectories(folder);
            var configuration = Files.writeString(folder.resolve("restate.toml"), configuration());
            var builder = new ProcessBuilder(INSTALLED.toString(), "--no-logo", "-c", configuration.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("log").toFile()));
            builder.environment().put("DO_NOT_TRACK", "1");
            var process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until it takes calls.
    void await() {
        try {
            var never = new CountDownLatch(1);
            for (var i = 0; i < TRIES && !answers(); i++) {
                never.await(REST_MILLIS, TimeUnit.MILLISECONDS);
            }
            if (!answers()) {
                throw new IllegalStateException("Restate did not start: " + Files.readString(folder.resolve("log")));
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean answers() {
        try {
            var connection = (HttpURLConnection)
                    ingress().resolve("/restate/health").toURL().openConnection();
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException _) {
            return false;
        }
    }

    private String configuration() {
        var first = peers.stream().min(Integer::compare).orElseThrow().equals(peers.getFirst());
        var addresses =
                peers.stream().map(port -> "\"http://127.0.0.1:" + port + "\"").collect(Collectors.joining(", "));
        return """
                node-name = "n%1$d"
                cluster-name = "muster-test"
                base-dir = "%2$s"
                bind-ip = "127.0.0.1"
                bind-port = %1$d
                advertised-address = "http://127.0.0.1:%1$d"
                listen-mode = "tcp"
                auto-provision = %3$s
                default-replication = %4$d
                default-num-partitions = 4
                disable-telemetry = true
                log-filter = "warn"
                rocksdb-total-memory-size = "256 MiB"
                shutdown-timeout = "2s"
                metadata-client.addresses = [%5$s]
                [ingress]
                bind-port = %6$d
                [admin]
                bind-port = %7$d
                disable-web-ui = true
                """.formatted(
                        peers.getFirst(), folder, first, peers.size() > 1 ? 2 : 1, addresses, ingressPort, adminPort);
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A folder in memory where there is room, gone with this process: what disks do is looked at elsewhere.
    static Path folder(Path otherwise) {
        var memory = Path.of("/dev/shm");
        try {
            if (!Files.isWritable(memory) || memory.toFile().getUsableSpace() < ENOUGH) {
                return otherwise;
            }
            var folder = Files.createTempDirectory(memory, "muster-restate-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
