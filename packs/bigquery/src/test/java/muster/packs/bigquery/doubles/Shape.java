package muster.packs.bigquery.doubles;

import java.util.Map;
import java.util.Set;
import muster.clouds.doubles.Call;
import muster.clouds.doubles.Loopback.Unlike;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The published shape of what is sent: names and types of fields; any other is refused, where BigQuery itself is
/// patient.
///
/// Source: the discovery document of the API, bigquery v2.
final class Shape {
    private static final String INT64 = "-?\\d{1,19}";
    private static final String ID = "[A-Za-z0-9_-]{1,1024}";
    private static final Set<String> PARAMETERS = Set.of("prettyPrint", "alt", "fields", "key", "quotaUser");

    private static final Map<String, String> JOB = Map.of("configuration", "object", "jobReference", "object");
    private static final Map<String, String> REFERENCE =
            Map.of("projectId", ".+", "jobId", ID, "location", "[A-Za-z0-9-]+");
    private static final Map<String, String> CONFIGURATION = Map.of(
            "jobType", "QUERY", "query", "object", "dryRun", "boolean", "labels", "object", "jobTimeoutMs", INT64);
    private static final Map<String, String> QUERY = Map.of(
            "query",
            "(?s).{1,1048576}",
            "useLegacySql",
            "boolean",
            "useQueryCache",
            "boolean",
            "defaultDataset",
            "object",
            "maximumBytesBilled",
            INT64,
            "priority",
            "INTERACTIVE|BATCH");
    private static final Map<String, String> DATASET = Map.of("projectId", ".+", "datasetId", "\\w{1,1024}");

    private Shape() {}

    /// The body of `jobs.insert`, if it is one.
    static JsonNode job(Call call) throws Unlike {
        parameters(call, Set.of());
        var body = new JsonMapper().readTree(call.text());
        fields("job", body, JOB);
        var configuration = body.path("configuration");
        fields("configuration", configuration, CONFIGURATION);
        var query = configuration.path("query");
        fields("query", query, QUERY);
        require(query.has("query"), "a query job needs a query");
        require(!query.path("useLegacySql").asBoolean(true), "legacy SQL is the default, and not spoken here");
        fields("defaultDataset", query.path("defaultDataset"), DATASET);
        require(query.path("defaultDataset").has("datasetId"), "a data set needs an id");
        fields("jobReference", body.path("jobReference"), REFERENCE);
        boolean dry = configuration.path("dryRun").asBoolean(false);
        require(dry || body.path("jobReference").has("jobId"), "a job without an id cannot be found again");
        require(dry || query.has("maximumBytesBilled"), "a job without a limit may cost anything");
        return body;
    }

    /// The parameters of a query string: those that every method has, and some more.
    static void parameters(Call call, Set<String> more) throws Unlike {
        for (var name : call.query().keySet()) {
            require(PARAMETERS.contains(name) || more.contains(name), "no such parameter: " + name);
        }
    }

    private static void fields(String of, JsonNode node, Map<String, String> known) throws Unlike {
        for (var field : node.properties()) {
            var type = known.get(field.getKey());
            require(type != null, of + " has no field " + field.getKey());
            require(fits(field.getValue(), type), of + "." + field.getKey() + " is not " + type);
        }
    }

    private static boolean fits(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "boolean" -> value.isBoolean();
            default -> value.isString() && value.asString().matches(type);
        };
    }

    static void require(boolean holds, String otherwise) throws Unlike {
        if (!holds) {
            throw new Unlike(otherwise);
        }
    }
}
