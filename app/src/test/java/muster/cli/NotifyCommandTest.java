package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Notices through the command line.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class NotifyCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void aRunBegins() throws IOException {
        Small.file(folder, "muster.yaml", Small.ONE);
        Said.to("run", "--workspace", folder).exits(Exit.YES);
    }

    @Test
    void whatConcernsPeopleIsToldOnceAndWrittenToAFile() throws Exception {
        raise("no disk");
        var file = notices("channels: {log: {file: told.jsonl}}\n");

        assertThat(notify(file).exits(Exit.YES).out()).isEqualTo("1 delivered, 0 waiting, 0 given up\n");
        assertThat(notify(file).exits(Exit.YES).out()).isEqualTo("0 delivered, 0 waiting, 0 given up\n");
        assertThat(Files.readAllLines(folder.resolve("told.jsonl")))
                .singleElement()
                .asString()
                .contains("\"text\":\"ann raised BL-001, P2: no disk\"");
    }

    @Test
    void whatWasGivenUpIsListedWithItsReasonAndRevived() throws Exception {
        raise("no disk");
        try (var receiver = new Receiver(410)) {
            var file = notices("channels: {hook: {webhook: \"" + receiver.url() + "\"}}\n");

            assertThat(notify(file).exits(Exit.NO).out()).contains("given up after 1 attempts; it answered 410");
            var listed =
                    Said.to("notify", "--workspace", folder, "--list", "--json").exits(Exit.NO);
            assertThat(listed.json("muster.notify/1").at("/left/0/why").asString())
                    .isEqualTo("it answered 410");
            receiver.status = 500;
            assertThat(Said.to("notify", "--workspace", folder, "--notices", file, "--revive")
                            .exits(Exit.TRY_AGAIN)
                            .out())
                    .contains("0 delivered, 1 waiting, 0 given up");
        }
    }

    @Test
    void whatIsWrongIsToldBeforeAnythingIsSent() throws Exception {
        Said.to("notify", "--workspace", folder).refuses(Exit.USAGE, "nobody is to be told", "--notices FILE");
        notify(notices("channels: {chat: {slack: MUSTER_TEST_NO_SUCH_URL}}\n"))
                .refuses(
                        Exit.INVALID,
                        "notices.yaml:1:1: channel 'chat': the environment variable MUSTER_TEST_NO_SUCH_URL");
        notify(notices("channels: {chat: {slak: URL}}\n")).refuses(Exit.INVALID, "unknown key 'slak'");
    }

    @Test
    void aProcessThatIsKilledInTheMiddleLosesNothing() throws Exception {
        for (var each = 0; each < 12; each++) {
            raise("blocker " + each);
        }
        try (var receiver = new Receiver(200)) {
            var file = notices("channels: {hook: {webhook: \"" + receiver.url() + "\"}}\n");
            var first = start(file);
            while (receiver.keys.size() < 3) {
                assertThat(first.isAlive() || receiver.keys.size() >= 3).isTrue();
                Thread.onSpinWait();
            }
            first.destroyForcibly().waitFor();

            var later = Instant.now().plusSeconds(180).toString();
            Said.to("notify", "--workspace", folder, "--notices", file, "--at", later)
                    .exits(Exit.YES);

            assertThat(new HashSet<>(receiver.keys)).hasSize(12);
        }
    }

    @Test
    void aServerTellsWhatComesWhileItLives() throws Exception {
        try (var receiver = new Receiver(200)) {
            var file = notices("channels: {hook: {webhook: \"" + receiver.url() + "\"}}\n");
            var server = start("serve", "--port", "0", "--notices", file.toString());
            try {
                raise("no disk");
                while (receiver.keys.isEmpty()) {
                    assertThat(server.isAlive()).isTrue();
                    Thread.onSpinWait();
                }
            } finally {
                server.destroyForcibly().waitFor();
            }
        }
    }

    private void raise(String title) {
        Said.to("blocker", "raise", title, "--severity", "P2", "--as", "ann", "--workspace", folder)
                .exits(Exit.YES);
    }

    private Path notices(String text) throws IOException {
        return Small.file(folder, "notices.yaml", text);
    }

    private Said notify(Path file) {
        return Said.to("notify", "--workspace", folder, "--notices", file);
    }

    private Process start(Path file) throws IOException {
        return start("notify", "--notices", file.toString());
    }

    private Process start(String... words) throws IOException {
        return new JavaProcess(folder, Map.of()).start(words);
    }

    /// A server of the test's own that is posted to.
    private static final class Receiver implements AutoCloseable {
        final Queue<String> keys = new ConcurrentLinkedQueue<>();
        volatile int status;
        private final HttpServer server;

        Receiver(int status) throws IOException {
            this.status = status;
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
                exchange.sendResponseHeaders(this.status, -1);
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
