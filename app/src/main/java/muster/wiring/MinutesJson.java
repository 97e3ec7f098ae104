package muster.wiring;

import java.util.List;
import muster.coordination.Minutes;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Minutes as JSON for other programs.
public final class MinutesJson {
    /// The schema's name.
    public static final String SCHEMA = "muster.minutes/1";

    private static final JsonMapper JSON = JsonMapper.shared();

    private MinutesJson() {}

    /// All fields but the schema.
    public static ObjectNode fields(Minutes minutes) {
        var meeting = minutes.meeting();
        var tree = JSON.createObjectNode()
                .put("run", minutes.run().value())
                .put("meeting", meeting.id().value())
                .put("title", meeting.title())
                .put("date", minutes.date().toString())
                .put("zone", meeting.zone().toString())
                .put("start", minutes.start().toString())
                .put("end", minutes.end().toString());
        put(tree, "agenda", meeting.agenda());
        put(tree, "participants", minutes.participants());
        var reports = tree.putArray("reports");
        for (var report : minutes.reports()) {
            var one = reports.addObject().put("agent", report.agent().value());
            put(one, "yesterday", report.yesterday());
            put(one, "today", report.today());
            put(one, "blockers", report.blockers());
            put(one, "dependencies", report.dependencies());
            put(one, "risks", report.risks());
            put(one, "tomorrow", report.tomorrow());
        }
        return tree;
    }

    private static void put(ObjectNode tree, String key, List<?> values) {
        var list = tree.putArray(key);
        values.forEach(value -> list.add(value.toString()));
    }
}
