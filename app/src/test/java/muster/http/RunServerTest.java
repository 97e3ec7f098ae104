package muster.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server as any HTTP client sees it.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RunServerTest {
    private static final String CLAIMS = "/v1/runs/team/claims";

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
    void theTokenSaysInWhoseName() throws Exception {
        var claimed = team.post(CLAIMS, ann, "{}");

        assertThat(claimed.statusCode()).isEqualTo(200);
        assertThat(json(claimed).get("holder").asString()).isEqualTo("ann");
        assertThat(json(team.get("/v1/runs/latest/next", ann)).get("agent").asString())
                .isEqualTo("ann");
    }

    @Test
    void aWordWithAKeyThatWasUsedBeforeGetsTheAnswerOfTheFirst() throws Exception {
        var first = keyed(ann, "k1");
        var again = keyed(ann, "k1");
        var other = keyed(team.token("any", "agent:*"), "k1");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).as("the key of another token").isEqualTo(409);
        assertThat(team.journal.told(ServedTeam.RUN, "ann/k1")).isNotEmpty();
    }

    private HttpResponse<String> keyed(String secret, String key) throws Exception {
        return team.send(team.request(CLAIMS, secret)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString("{\"as\": \"ann\", \"task\": \"extract\"}")));
    }

    @Test
    void aRefusalIsAProblemWithTheExitCode() throws Exception {
        team.post(CLAIMS, ann, "{}");

        var refused = team.post("/v1/runs/team/steps/extract/done", ann, "{\"fence\": 9}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(refused).get("type").asString()).startsWith("urn:muster:problem:");
        assertThat(json(refused).get("exit").asInt()).isIn(1, 5);
        assertThat(json(refused).get("detail").asString()).contains("fence 9");
        assertThat(json(refused).get("refusal").get("schema").asString()).isEqualTo("muster.refusal/1");
    }

    @Test
    void statusHasATagThatHoldsUntilSomethingHappens() throws Exception {
        for (var path : new String[] {"/v1/runs", "/v1/runs/team"}) {
            var tag = team.get(path, ann).headers().firstValue("ETag").orElseThrow();

            assertThat(tagged(path, tag)).isEqualTo(304);
            team.post(CLAIMS, ann, "{}");
            team.post("/v1/runs/team/steps/nothing/reply", ann, "{\"answer\": \"" + path + "\"}");
            assertThat(tagged(path, tag)).isEqualTo(200);
        }
    }

    private int tagged(String path, String tag) throws Exception {
        return team.send(team.request(path, ann).header("If-None-Match", tag).GET())
                .statusCode();
    }

    @Test
    void whatIsNotInTheInterfaceIsRefused() throws Exception {
        assertThat(team.post(CLAIMS, ann, "{\"tsak\": \"extract\"}").statusCode())
                .isEqualTo(400);
        assertThat(team.post(CLAIMS, ann, "[]").statusCode()).isEqualTo(400);
        assertThat(team.post(CLAIMS, ann, "{").statusCode()).isEqualTo(400);
        assertThat(team.post(CLAIMS, ann, "{\"lease\": \"long\"}").statusCode()).isEqualTo(400);
        assertThat(team.post(CLAIMS, ann, "{\"task\": {}}").statusCode()).isEqualTo(400);
        assertThat(team.get("/v1/runs?att=x", ann).statusCode()).isEqualTo(400);
        assertThat(team.get(CLAIMS, ann).statusCode()).isEqualTo(405);
        assertThat(team.get("/v2/runs", ann).statusCode()).isEqualTo(404);
        assertThat(team.get("/v1/runs/other", ann).statusCode()).isEqualTo(404);
        assertThat(team.send(team.request(CLAIMS, ann)
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void aBodyThatIsTooLongIsNotReadToItsEnd() throws Exception {
        var long1 = "{\"task\": \"" + "x".repeat(Asking.MOST_BYTES) + "\"}";

        assertThat(team.post(CLAIMS, ann, long1).statusCode()).isEqualTo(413);
    }

    @Test
    void whoHasNoTokenSeesOnlyThatTheServerIsThereAndItsInterface() throws Exception {
        var without = team.get("/v1/runs", "muster_wrong");

        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"muster\"");
        assertThat(without.body()).doesNotContain("muster_wrong");
        assertThat(team.get("/healthz", "").statusCode()).isEqualTo(200);
        assertThat(team.get("/v1/openapi.json", "").body()).contains("\"openapi\"");
    }

    @Test
    void pagesOfOthersAndNamesThatWereBoundToTheAddressAreKeptOut() throws Exception {
        assertThat(asked("127.0.0.1:" + team.port(), "")).contains(" 200 ");
        assertThat(asked("localhost", "")).contains(" 200 ");
        assertThat(asked("muster.example", "")).contains(" 200 ");
        assertThat(asked("evil.example:" + team.port(), "")).contains(" 421 ");
        assertThat(asked("localhost", "Origin: https://evil.example\r\n")).contains(" 403 ");
        assertThat(asked("localhost", "Origin: null\r\n")).contains(" 403 ");
        assertThat(asked("localhost", "Origin: http://localhost:1\r\n")).contains(" 200 ");
    }

    /// The first line of the answer; the JDK's client would not let a test choose the host.
    private String asked(String host, String header) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), team.port())) {
            var request = "GET /healthz HTTP/1.1\r\nHost: " + host + "\r\n" + header + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @Test
    void secretsAreKeptAsHashesThatOnlyTheOwnerCanRead() throws IOException {
        var file = folder.resolve(".muster/tokens.json");

        assertThat(ann).matches("muster_[\\w-]{43}");
        assertThat(Files.readString(file)).contains("\"ann\"").doesNotContain(ann);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
