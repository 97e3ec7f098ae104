package muster.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import muster.desk.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The published description of the interface and the server say the same.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OpenApiTest {
    private static final Path PUBLISHED = Path.of("../docs/reference/openapi.json");
    private static final List<String> OPEN = List.of("/healthz", "/v1/openapi.json");

    private static final String NOTE = """
            from_agent: Ann
            to_agent: Bob
            phase: build
            deliverables: [data.csv]
            quality_checks:
              - rows: PASSED
            risk_assessment: low
            next_steps: load it
            """;

    @TempDir
    Path folder;

    /// It is a link to the resource, so that there is one.
    @Test
    void thePublishedDocumentIsTheOneThatIsServed() throws IOException {
        assertThat(Files.readString(PUBLISHED)).isEqualTo(Description.text());
    }

    @Test
    void everyRouteIsDescribedWithItsFieldsAndNothingElseIs() throws IOException {
        var described = new ArrayList<String>();
        for (var path : document().get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                described.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey() + " "
                        + operation.getValue().get("operationId").asString() + " "
                        + operation.getValue().path("x-scope").asString("none") + " "
                        + fields(operation.getValue()));
            }
        }

        var routes = Stream.of(Route.values())
                .map(route -> route.method() + " " + route.path() + " " + route.word() + " "
                        + route.right().word() + " " + new TreeSet<>(route.fields()));
        var open = Stream.of("GET /healthz health none []", "GET /v1/openapi.json interface none []");
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(routes, open).toList());
        assertThat(OPEN).allMatch(path -> document().get("paths").has(path));
    }

    private static Set<String> fields(JsonNode operation) {
        var fields = new TreeSet<String>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asString("").equals("query")) {
                fields.add(parameter.get("name").asString());
            }
        });
        operation
                .at("/requestBody/content/application~1json/schema/properties")
                .properties()
                .forEach(each -> fields.add(each.getKey()));
        return fields;
    }

    @Test
    void answersAndProblemsAreValidByTheirSchemas() throws Exception {
        try (var team = new ServedTeam(folder)) {
            var any = team.token("any", "agent:*", "approve:*", "operate:*");
            valid("status", team.get("/v1/runs", any));
            valid("run-status", team.get("/v1/runs/team", any));
            valid("next", team.get("/v1/runs/team/next?as=ann", any));
            valid("claim", team.post("/v1/runs/team/claims", any, "{\"as\": \"ann\"}"));
            valid("run-status", team.get("/v1/runs/latest", any));
            valid("next", team.get("/v1/runs/team/next?as=ann", any));
            var step = "/v1/runs/team/steps/extract/";
            valid("heartbeat", team.post(step + "heartbeat", any, "{\"as\": \"ann\", \"fence\": 1}"));
            valid("ask", team.post(step + "ask", any, "{\"as\": \"ann\", \"fence\": 1, \"questions\": [\"?\"]}"));
            valid("reply", team.post(step + "reply", any, "{\"as\": \"bob\", \"answer\": \"!\"}"));
            valid("claim", team.post("/v1/runs/team/claims", any, "{\"as\": \"ann\"}"));
            valid("release", team.post(step + "release", any, "{\"as\": \"ann\", \"fence\": 2, \"reason\": \"r\"}"));
            valid("claim", team.post("/v1/runs/team/claims", any, "{\"as\": \"ann\"}"));
            valid("done", team.post(step + "done", any, "{\"as\": \"ann\", \"fence\": 3}"));
            valid("problem", team.post(step + "done", any, "{\"as\": \"ann\", \"fence\": 3}"));
            valid("problem", team.get("/v1/runs", "muster_none"));
        }
    }

    @Test
    void answersOfTheTeamAreValidByTheirSchemas() throws Exception {
        try (var team = new ServedTeam(folder)) {
            var any = team.token("any", "agent:*", "approve:*", "operate:*");
            team.post("/v1/runs/team/claims", any, "{\"as\": \"ann\"}");
            team.post("/v1/runs/team/steps/extract/done", any, "{\"as\": \"ann\", \"fence\": 1}");
            var run = "/v1/runs/team/";
            valid("handoff-draft", team.get(run + "owed/to-bob", any));
            var note = JsonMapper.shared().createObjectNode().put("as", "ann").put("note", NOTE);
            valid("handoff", team.post(run + "handoffs", any, note.toString()));
            valid("handoffs", team.get(run + "handoffs", any));
            var id = "HD-2026-01-05-ANN-001";
            valid("handoff", team.get(run + "handoffs/" + id, any));
            valid("handoff", team.put(run + "handoffs/" + id + "/accept", any, "{\"as\": \"bob\"}"));
            valid("problem", team.put(run + "handoffs/" + id + "/reject", any, "{\"as\": \"ann\"}"));
            valid("gates", team.get(run + "gates", any));
            valid("problem", team.put(run + "gates/release/approve", any, "{\"as\": \"bob\"}"));
            valid("said", team.post(run + "signals", any, "{\"as\": \"bob\", \"name\": \"cpu\", \"value\": 0.5}"));
            valid(
                    "said",
                    team.post(run + "blockers", any, "{\"as\": \"bob\", \"title\": \"t\", \"severity\": \"P2\"}"));
            valid("blockers", team.get(run + "blockers", any));
            valid("said", team.put(run + "blockers/BL-001/resolve", any, "{\"as\": \"bob\", \"how\": \"h\"}"));
            valid("blockers", team.get(run + "blockers", any));
            var conflict =
                    "{\"as\": \"ann\", \"about\": \"disk\", \"kind\": \"technical\", \"sides\": [\"ann@a\", \"bob@b\"], \"metrics\": [\"s=lower\"]}";
            valid("said", team.post(run + "conflicts", any, conflict));
            valid("conflicts", team.get(run + "conflicts", any));
            valid("said", team.put(run + "conflicts/CF-001/resolve", any, "{\"as\": \"bob\", \"how\": \"h\"}"));
            valid("minutes", team.get(run + "meetings/standup", any));
            valid("minutes", team.get(run + "meetings/eod?ics=true", any));
            valid("steer", team.post(run + "steer", any, "{\"as\": \"bob\", \"order\": \"pause\", \"reason\": \"r\"}"));
            valid("replanning", team.post(run + "replanning", any, "{\"holds\": [\"sunny\"]}"));
            valid("problem", team.post(run + "replanning", any, "{\"apply\": true}"));
            valid("problem", team.post(run + "replanning", any, "{\"plan\": \"../muster.yaml\"}"));
            valid("log-verify", team.get("/v1/log/verify", any));
            valid(
                    "event",
                    team.get(run + "events", any),
                    first(team.get(run + "events", any).body()));
            valid("run-status", team.get("/v1/runs/latest", any));
            valid("status", team.get("/v1/runs", any));
        }
    }

    private static String first(String lines) {
        return lines.lines().findFirst().orElseThrow();
    }

    private static void valid(String schema, HttpResponse<String> response) {
        valid(schema, response, response.body());
    }

    private static void valid(String schema, HttpResponse<String> response, String body) {
        var root = JsonMapper.shared().createObjectNode().put("$ref", "#/components/schemas/" + schema);
        root.set("components", document().get("components"));
        var problems = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root)
                .validate(body, InputFormat.JSON);

        assertThat(problems).as("%s: %s", schema, body).isEmpty();
        assertThat(response.statusCode() >= 400).isEqualTo(schema.equals("problem"));
    }

    private static ObjectNode document() {
        try {
            return (ObjectNode) JsonMapper.shared().readTree(Description.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
