package muster.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import muster.desk.Call;
import muster.desk.Desk;
import muster.desk.Form;
import muster.desk.Route;
import muster.desk.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a client that speaks the Model Context Protocol is answered.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class McpServerTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String META = """
            "_meta": {"io.modelcontextprotocol/protocolVersion": "2026-07-28", "io.modelcontextprotocol/clientCapabilities": {}}""";

    private final List<Call> calls = new ArrayList<>();

    /// Gives every claim to whoever asks, and refuses the rest.
    private final Desk desk = new Desk() {
        @Override
        public Shown ask(Call call, Form form) {
            calls.add(call);
            return call.route() == Route.CLAIM
                    ? new Shown(0, List.of("{\"schema\": \"muster.claim/1\",", "\"fence\": 1}"), List.of())
                    : new Shown(5, List.of("{}"), List.of("muster: it is held by bob", "Maybe wait"));
        }

        @Override
        public Shown lines(Call call, Form form, Consumer<String> line) {
            throw new IllegalStateException("no tool has lines");
        }
    };

    @Test
    void aSessionBeginsWithTheRevisionThatTheClientKnows() throws Exception {
        var answers = said(
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"initialize\", \"params\": {\"protocolVersion\": \"2025-06-18\"}}",
                "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}");

        assertThat(answers).hasSize(1);
        var result = answers.getFirst().get("result");
        assertThat(result.get("protocolVersion").asString()).isEqualTo("2025-06-18");
        assertThat(result.get("capabilities").has("tools")).isTrue();
        assertThat(result.get("serverInfo").get("name").asString()).isEqualTo("muster");
        assertThat(result.has("resultType")).isFalse();
        assertThat(
                        said("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"initialize\", \"params\": {\"protocolVersion\": \"2030-01-01\"}}")
                                .getFirst()
                                .at("/result/protocolVersion")
                                .asString())
                .isEqualTo("2025-11-25");
    }

    @Test
    void aRequestWithoutSessionSaysItsRevisionAndGetsWhatThatWants() throws Exception {
        var discovered = said(request("server/discover", META)).getFirst().get("result");
        var listed = said(request("tools/list", META)).getFirst().get("result");

        assertThat(discovered.get("supportedVersions").get(0).asString()).isEqualTo("2026-07-28");
        assertThat(discovered.get("resultType").asString()).isEqualTo("complete");
        assertThat(discovered.get("ttlMs").isInt()).isTrue();
        assertThat(discovered.get("cacheScope").asString()).isEqualTo("public");
        assertThat(discovered
                        .at("/_meta/io.modelcontextprotocol~1serverInfo/name")
                        .asString())
                .isEqualTo("muster");
        assertThat(listed.get("resultType").asString()).isEqualTo("complete");
    }

    @Test
    void aRevisionThatIsNotKnownIsRefusedWithThoseThatAre() throws Exception {
        var error = said(request("tools/list", META.replace("2026-07-28", "1900-01-01")))
                .getFirst()
                .get("error");

        assertThat(error.get("code").asInt()).isEqualTo(-32022);
        assertThat(error.at("/data/supported/0").asString()).isEqualTo("2026-07-28");
        assertThat(error.at("/data/requested").asString()).isEqualTo("1900-01-01");
    }

    @Test
    void everyToolHasASchemaOfItsOwnArgumentsAlone() throws Exception {
        var tools = said(request("tools/list", "")).getFirst().at("/result/tools");

        assertThat(tools.valueStream().map(tool -> tool.get("name").asString()))
                .contains("next", "claim", "heartbeat", "done", "release", "handoff_offer", "blocker_raise");
        for (var tool : tools) {
            var schema = tool.get("inputSchema");
            assertThat(schema.get("type").asString()).isEqualTo("object");
            assertThat(schema.get("properties").has("as")).isFalse();
            assertThat(schema.toString()).doesNotContain("$ref");
        }
        var done = tools.valueStream()
                .filter(tool -> tool.get("name").asString().equals("done"))
                .findFirst()
                .orElseThrow()
                .get("inputSchema");
        var valid = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(done);
        assertThat(valid.validate("{\"task\": \"t\", \"fence\": 1, \"key\": \"k\"}", InputFormat.JSON))
                .isEmpty();
        assertThat(valid.validate("{\"task\": \"t\"}", InputFormat.JSON)).hasSize(1);
    }

    @Test
    void aCallIsMadeInTheNameThatWasSettledAndItsAnswerIsStructured() throws Exception {
        var result = said(call("claim", "{\"task\": \"load\", \"key\": \"k1\"}"))
                .getFirst()
                .get("result");

        assertThat(result.get("isError").asBoolean()).isFalse();
        assertThat(result.at("/structuredContent/fence").asInt()).isEqualTo(1);
        assertThat(result.at("/content/0/text").asString()).contains("\"fence\":1");
        assertThat(calls).singleElement().satisfies(made -> {
            assertThat(made.tree().get("as").asString()).isEqualTo("ann");
            assertThat(made.tree().get("task").asString()).isEqualTo("load");
            assertThat(made.key()).isEqualTo("k1");
        });
    }

    @Test
    void aRefusalIsToldToTheModelAndAMistakeOfTheClientIsAnError() throws Exception {
        var refused = said(call("done", "{\"task\": \"load\", \"fence\": 1}"))
                .getFirst()
                .get("result");

        assertThat(refused.get("isError").asBoolean()).isTrue();
        assertThat(refused.at("/content/0/text").asString()).contains("held by bob", "Maybe wait");
        assertThat(said(call("claim", "{\"as\": \"bob\"}"))
                        .getFirst()
                        .at("/result/content/0/text")
                        .asString())
                .isEqualTo("there is no argument 'as'");
        assertThat(code(call("fly", "{}"))).isEqualTo(-32602);
        assertThat(code(request("resources/list", ""))).isEqualTo(-32601);
        assertThat(code("{")).isEqualTo(-32700);
        assertThat(code("[]")).isEqualTo(-32600);
    }

    private int code(String line) throws Exception {
        return said(line).getFirst().at("/error/code").asInt();
    }

    private static String call(String tool, String arguments) {
        return request("tools/call", "\"name\": \"" + tool + "\", \"arguments\": " + arguments);
    }

    private static String request(String method, String params) {
        return "{\"jsonrpc\": \"2.0\", \"id\": \"r1\", \"method\": \"" + method + "\", \"params\": {" + params + "}}";
    }

    private List<JsonNode> said(String... lines) throws Exception {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        var settled = JSON.createObjectNode().put("as", "ann");
        new McpServer(desk, settled, "1", out).serve(new BufferedReader(new StringReader(String.join("\n", lines))));
        return bytes.toString(StandardCharsets.UTF_8)
                .lines()
                .map(JSON::readTree)
                .toList();
    }
}
