package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A coding agent that works at a run through its tools, in a workspace and at a server.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class McpCommandTest {

    @TempDir
    Path folder;

    @Test
    void aTaskIsClaimedAndDoneInAWorkspace() throws IOException {
        begun();

        done(Map.of(), "--workspace", folder.toString(), "--as", "ann");
    }

    @Test
    void aTaskIsClaimedAndDoneAtAServer() throws IOException {
        begun();
        try (var served = new Served(folder)) {
            var secret = served.secret("ann", List.of("agent:ann"));

            done(Map.of("MUSTER_TOKEN", secret), "--server", served.address());
        }
    }

    @Test
    void aServerThatIsNotThereIsToldToTheModel() throws IOException {
        var answer = said(Map.of(), List.of(call(1, "next", "{}")), "--server", "http://127.0.0.1:1")
                .getFirst();

        assertThat(answer.at("/result/isError").asBoolean()).isTrue();
        assertThat(answer.at("/result/content/0/text").asString()).contains("nobody answers at");
    }

    private void begun() throws IOException {
        Small.file(folder, "muster.yaml", Small.ONE);
        Said.to("run", "--workspace", folder).exits(Exit.YES);
    }

    /// One message at a time, as a model does that waits for each answer.
    private void done(Map<String, String> environment, String... arguments) {
        var next = said(environment, List.of(call(1, "next", "{}")), arguments).getFirst();
        assertThat(next.at("/result/structuredContent/open/0/task").asString()).isEqualTo("one");
        var claimed = said(environment, List.of(call(2, "claim", "{\"task\": \"one\"}")), arguments)
                .getFirst();
        assertThat(claimed.at("/result/structuredContent/fence").asInt()).isEqualTo(1);
        var stale = said(environment, List.of(call(3, "done", "{\"task\": \"one\", \"fence\": 7}")), arguments)
                .getFirst();
        assertThat(stale.at("/result/isError").asBoolean()).isTrue();
        assertThat(stale.at("/result/content/0/text").asString()).contains("fence 7");
        var done = said(environment, List.of(call(4, "done", "{\"task\": \"one\", \"fence\": 1}")), arguments)
                .getFirst();
        assertThat(done.at("/result/structuredContent/run_status").asString()).isEqualTo("finished");
        var nothing =
                said(environment, List.of(call(5, "next", "{}")), arguments).getFirst();
        assertThat(nothing.at("/result/isError").asBoolean()).isFalse();
    }

    private static String call(int id, String tool, String arguments) {
        return "{\"jsonrpc\": \"2.0\", \"id\": " + id + ", \"method\": \"tools/call\", \"params\": {\"name\": \"" + tool
                + "\", \"arguments\": " + arguments + "}}";
    }

    private static List<JsonNode> said(Map<String, String> environment, List<String> lines, String... arguments) {
        var out = new ByteArrayOutputStream();
        var console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                environment);
        var in = new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        var exit = new CommandLine(new McpCommand(console, in)).execute(arguments);
        assertThat(exit).isZero();
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }
}
