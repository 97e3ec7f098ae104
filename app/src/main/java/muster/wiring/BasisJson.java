package muster.wiring;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import muster.audit.EarlierAudit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A basis in the line of an audit. Lines of earlier versions have none and mean the standard one.
final class BasisJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private BasisJson() {}

    static ObjectNode write(Basis basis, Function<EarlierAudit, ObjectNode> outcome) {
        var node = JSON.createObjectNode()
                .put("plan", basis.plan())
                .put("profile", basis.profile())
                .put("policy", basis.policy());
        var variables = node.putObject("variables");
        basis.variables().forEach(variables::put);
        var named = basis.named();
        node.set("baseline", named == null ? null : outcome.apply(named));
        return node;
    }

    static Basis read(@Nullable JsonNode node, Function<JsonNode, EarlierAudit> outcome) {
        if (node == null || !node.isObject()) {
            return Basis.standard();
        }
        var variables = new TreeMap<String, String>();
        for (Map.Entry<String, JsonNode> each : node.path("variables").properties()) {
            variables.put(each.getKey(), each.getValue().asString(""));
        }
        var baseline = node.get("baseline");
        return new Basis(
                text(node, "plan"),
                text(node, "profile"),
                variables,
                text(node, "policy"),
                baseline == null || baseline.isNull() ? null : outcome.apply(baseline));
    }

    private static @Nullable String text(JsonNode node, String key) {
        var value = node.get(key);
        return value == null || value.isNull() ? null : value.asString();
    }
}
