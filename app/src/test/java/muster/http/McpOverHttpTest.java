package muster.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The Model Context Protocol, posted to a server of runs.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class McpOverHttpTest {
    private static final String META =
            "\"_meta\": {\"io.modelcontextprotocol/protocolVersion\": \"2026-07-28\", \"io.modelcontextprotocol/clientCapabilities\": {}}";

    @TempDir
    Path folder;

    private ServedTeam team;
    private String ann;

    @BeforeEach
    void aTeamIsServed() throws IOException {
        team = new ServedTeam(folder);
        ann = team.token("ann", "agent:ann");
    }

    @AfterEach
    void theServerCloses() {
        team.close();
    }

    @Test
    void aSessionsClientBeginsListsAndClaims() throws Exception {
        var begun = said(ann, "/mcp", "initialize", "\"protocolVersion\": \"2025-11-25\"");
        var ready = team.post("/mcp", ann, "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}");
        var listed = said(ann, "/mcp", "tools/list", "");
        var claimed = said(ann, "/mcp", "tools/call", "\"name\": \"claim\", \"arguments\": {\"task\": \"extract\"}");

        assertThat(begun.at("/result/protocolVersion").asString()).isEqualTo("2025-11-25");
        assertThat(ready.statusCode()).isEqualTo(202);
        assertThat(ready.body()).isEmpty();
        assertThat(listed.at("/result/tools/0/name").asString()).isEqualTo("next");
        assertThat(claimed.at("/result/structuredContent/holder").asString()).isEqualTo("ann");
    }

    @Test
    void theTokenSaysWhatIsAllowedAndInWhoseName() throws Exception {
        var reader = said(team.token("eye", "read"), "/mcp", "tools/call", "\"name\": \"claim\", \"arguments\": {}");
        var other = said(ann, "/mcp?as=bob", "tools/call", "\"name\": \"claim\", \"arguments\": {}");
        var asked = said(ann, "/mcp", "tools/call", "\"name\": \"claim\", \"arguments\": {\"as\": \"bob\"}");

        assertThat(reader.at("/result/isError").asBoolean()).isTrue();
        assertThat(reader.at("/result/content/0/text").asString()).contains("'claim' needs agent:NAME");
        assertThat(other.at("/result/content/0/text").asString()).contains("does not speak for 'bob'");
        assertThat(asked.at("/result/content/0/text").asString()).contains("there is no argument 'as'");
        assertThat(team.post("/mcp", "nonsense", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void aKeyOfOneTokenIsNotThatOfAnother() throws Exception {
        var words = "\"name\": \"claim\", \"arguments\": {\"task\": \"extract\", \"key\": \"k1\"}";

        said(ann, "/mcp", "tools/call", words);

        assertThat(team.journal.told(ServedTeam.RUN, "ann/k1")).isNotEmpty();
    }

    @Test
    void aRequestWithoutSessionSaysInItsHeadersWhatItsBodySays() throws Exception {
        var body = request("tools/call", "\"name\": \"next\", \"arguments\": {}, " + META);

        assertThat(stateless(body, "tools/call", "next").statusCode()).isEqualTo(200);
        var wrong = stateless(body, "tools/call", "claim");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(json(wrong).at("/error/code").asInt()).isEqualTo(-32020);
        assertThat(json(stateless(body, "tools/list", "next")).at("/error/code").asInt())
                .isEqualTo(-32020);
        var unknown = stateless(request("tools/nothing", META), "tools/nothing", "");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(json(unknown).at("/error/code").asInt()).isEqualTo(-32601);
    }

    @Test
    void whatIsNoRequestIsRefusedAndThereAreNoStreams() throws Exception {
        assertThat(json(team.post("/mcp", ann, "[1")).at("/error/code").asInt()).isEqualTo(-32700);
        assertThat(json(team.post("/mcp", ann, "{\"id\": 1}")).at("/error/code").asInt())
                .isEqualTo(-32600);
        var got = team.get("/mcp", ann);
        assertThat(got.statusCode()).isEqualTo(405);
        assertThat(got.headers().firstValue("Allow")).hasValue("POST");
        var old = team.send(team.request("/mcp", ann)
                .header("Content-Type", "application/json")
                .header("MCP-Protocol-Version", "1999-01-01")
                .POST(BodyPublishers.ofString(request("tools/list", ""))));
        assertThat(old.statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> stateless(String body, String method, String name) throws Exception {
        return team.send(team.request("/mcp", ann)
                .header("Content-Type", "application/json")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", method)
                .header("Mcp-Name", name)
                .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode said(String token, String path, String method, String params) throws Exception {
        var answer = team.post(path, token, request(method, params));
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer);
    }

    private static String request(String method, String params) {
        return "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"" + method + "\", \"params\": {" + params + "}}";
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
