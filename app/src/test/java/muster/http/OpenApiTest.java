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

    @TempDir
    Path folder;

    /// To accept a change of the resource: run with `-Dmuster.golden=write`.
    @Test
    void thePublishedDocumentIsTheOneThatIsServed() throws IOException {
        if ("write".equals(System.getProperty("muster.golden"))) {
            Files.writeString(PUBLISHED, OpenPages.description());
        }

        assertThat(Files.readString(PUBLISHED)).isEqualTo(OpenPages.description());
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

    private static void valid(String schema, HttpResponse<String> response) {
        var root = JsonMapper.shared().createObjectNode().put("$ref", "#/components/schemas/" + schema);
        root.set("components", document().get("components"));
        var problems = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root)
                .validate(response.body(), InputFormat.JSON);

        assertThat(problems).as("%s: %s", schema, response.body()).isEmpty();
        assertThat(response.statusCode() >= 400).isEqualTo(schema.equals("problem"));
    }

    private static ObjectNode document() {
        try {
            return (ObjectNode) JsonMapper.shared().readTree(OpenPages.description());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
