package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The client of the protocol's own SDK for TypeScript, which checks every answer by its schemas, works at a run.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class McpClientTest {
    private static final Path SDK = Path.of(
                    "..", ".muster-cache", "mcp-client-1.32.2", "node_modules", "@modelcontextprotocol", "sdk")
            .toAbsolutePath()
            .normalize();
    private static final Path CLIENT = Path.of("src", "test", "resources", "mcp", "client.mjs");

    @TempDir
    Path folder;

    @BeforeEach
    void aRunIsBegun() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SDK), "the client is not installed");
        Small.file(folder, "muster.yaml", Small.ONE);
        Said.to("run", "--workspace", folder).exits(Exit.YES);
    }

    @Test
    void aTaskIsClaimedAndDoneOverHttp() throws Exception {
        try (var served = new Served(folder)) {
            var secret = served.secret("ann", List.of("agent:ann"));

            check(works("http", served.address() + "/mcp", secret));
        }
    }

    @Test
    void aTaskIsClaimedAndDoneOverStandardInput() throws Exception {
        check(works(
                "stdio",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Muster.class.getName(),
                "mcp",
                "--workspace",
                folder.toString(),
                "--as",
                "ann"));
    }

    private static void check(JsonNode saw) {
        assertThat(saw.get("server").asString()).isEqualTo("muster");
        assertThat(saw.get("instructions").asString()).contains("claim");
        assertThat(saw.get("tools").toString()).contains("next", "claim", "done", "handoff");
        assertThat(saw.at("/claimed/fence").asInt()).isEqualTo(1);
        assertThat(saw.at("/stale/refused").asBoolean()).isTrue();
        assertThat(saw.at("/stale/why").asString()).contains("fence 7");
        assertThat(saw.at("/done/run_status").asString()).isEqualTo("finished");
        assertThat(saw.get("unknown").asInt()).isEqualTo(-32601);
    }

    private JsonNode works(String... arguments) throws Exception {
        var words = new ArrayList<>(List.of("node", CLIENT.toAbsolutePath().toString(), SDK.toString()));
        words.addAll(List.of(arguments));
        var errors = folder.resolve("errors");
        var process = new ProcessBuilder(words).redirectError(errors.toFile()).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(() -> read(errors)).isZero();
        return JsonMapper.shared().readTree(out);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
