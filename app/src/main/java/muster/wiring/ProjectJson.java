package muster.wiring;

import java.util.List;
import java.util.function.Function;
import muster.rcpsp.ProjectResult;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The schedule of a project as JSON, schema [#SCHEMA]: starts in periods from 0 and modes from 1, both in the order
/// of the activities.
public final class ProjectJson {
    /// Name and version of the format.
    public static final String SCHEMA = "muster.project-schedule/1";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final double NANOS = 1e9;

    private ProjectJson() {}

    /// What is read back to be checked.
    ///
    /// @param modes from 0
    public record Stated(List<Integer> starts, List<Integer> modes, int makespan) {
        public Stated {
            starts = List.copyOf(starts);
            modes = List.copyOf(modes);
        }
    }

    /// The fields after the schema.
    public static ObjectNode fields(ProjectScheduler.Outcome.Done done) {
        var node = JSON.createObjectNode().put("result", word(done.result()));
        switch (done.result()) {
            case ProjectResult.Scheduled made -> {
                node.put("makespan", made.makespan())
                        .put("bound", made.bound())
                        .put("gap", made.gap())
                        .put("schedules", made.schedules());
                var starts = node.putArray("starts");
                made.starts().forEach(starts::add);
                var modes = node.putArray("modes");
                made.modes().forEach(mode -> modes.add(mode + 1));
            }
            case ProjectResult.Infeasible(var reason) -> node.put("reason", reason);
            case ProjectResult.NoneFound(var schedules) -> node.put("schedules", schedules);
        }
        return node.put("cpu_seconds", done.cpu().toNanos() / NANOS);
    }

    /// One word for a result.
    public static String word(ProjectResult result) {
        return switch (result) {
            case ProjectResult.Scheduled made -> made.isProven() ? "optimal" : "feasible";
            case ProjectResult.Infeasible _ -> "infeasible";
            case ProjectResult.NoneFound _ -> "none";
        };
    }

    /// Reads a schedule back; without modes every activity takes its first.
    ///
    /// @throws IllegalArgumentException if the text holds none
    public static Stated read(byte[] text) {
        try {
            var node = JSON.readTree(text);
            if (!node.path("schema").asString("").equals(SCHEMA)) {
                throw new IllegalArgumentException("it is no " + SCHEMA);
            }
            var starts = numbers(node, "starts", ProjectJson::whole);
            var modes = node.has("modes")
                    ? numbers(node, "modes", number -> whole(number) - 1)
                    : starts.stream().map(_ -> 0).toList();
            return new Stated(starts, modes, whole(node.path("makespan")));
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(broken.getOriginalMessage(), broken);
        }
    }

    private static List<Integer> numbers(JsonNode node, String key, Function<JsonNode, Integer> number) {
        if (!node.path(key).isArray()) {
            throw new IllegalArgumentException("it has no list '" + key + "'");
        }
        return node.path(key).valueStream().map(number).toList();
    }

    private static int whole(JsonNode node) {
        if (!node.isInt()) {
            throw new IllegalArgumentException("makespan, starts and modes are whole numbers, got '" + node + "'");
        }
        return node.intValue();
    }
}
