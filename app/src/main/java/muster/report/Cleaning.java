package muster.report;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import muster.observation.Redaction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Takes secrets out of every text of a report, once, so that no rendering has to. Evidence was redacted when it was
/// captured; claims, titles and paths come from documents.
///
/// @param done texts that were met before
record Cleaning(Redaction redaction, Map<String, String> done) {
    /// Hashes, times and words of the format, which hold no text of anybody.
    private static final Set<String> FIXED = Set.of(
            "schema",
            "sha256",
            "policy_sha256",
            "at",
            "took",
            "expires",
            "area",
            "status",
            "required_level",
            "achieved_level",
            "need",
            "severity",
            "severity_by_rule",
            "result",
            "reached",
            "verdict",
            "weight");

    static ReportView clean(ReportView view, Redaction redaction) {
        var tree = ReportJson.MAPPER.valueToTree(view);
        return ReportJson.MAPPER.treeToValue(new Cleaning(redaction, new HashMap<>()).clean(tree), ReportView.class);
    }

    private JsonNode clean(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> object(object);
            case ArrayNode array -> array(array);
            case StringNode text -> StringNode.valueOf(done.computeIfAbsent(text.asString(), this::text));
            default -> node;
        };
    }

    private JsonNode object(ObjectNode object) {
        var clean = object.objectNode();
        object.properties()
                .forEach(property -> clean.set(
                        property.getKey(),
                        FIXED.contains(property.getKey()) ? property.getValue() : clean(property.getValue())));
        return clean;
    }

    private JsonNode array(ArrayNode array) {
        var clean = array.arrayNode();
        array.forEach(each -> clean.add(clean(each)));
        return clean;
    }

    /// Half a surrogate pair has no form in UTF-8.
    private String text(String raw) {
        return redaction.redact(Visible.wellFormed(raw));
    }
}
