package muster.mcp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import muster.desk.Call;
import muster.desk.Desk;
import muster.desk.Form;
import muster.http.Description;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The tools of an agent at a desk.
///
/// @param settled fields that are the same in every call: in whose name, which run
record Tools(Desk desk, ObjectNode settled) {
    private static final JsonMapper JSON = JsonMapper.shared();

    ArrayNode list() throws IOException {
        var list = JSON.createArrayNode();
        var document = Description.tree();
        for (var tool : Tool.ALL) {
            list.add(tool.tree(JSON.createObjectNode(), Description.fields(document, tool.route())));
        }
        return list;
    }

    /// The result of a call. What the desk refuses is told to the model, so that it can do better.
    ///
    /// @throws RpcError if there is no such tool, or what it was given is no object
    ObjectNode call(String name, JsonNode given) throws InterruptedException {
        var tool = Tool.ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RpcError(RpcError.WRONG_PARAMETERS, "Unknown tool: " + name));
        if (!given.isMissingNode() && !given.isObject()) {
            throw new RpcError(RpcError.WRONG_PARAMETERS, "arguments are no object");
        }
        var fields = given.isMissingNode() ? JSON.createObjectNode() : (ObjectNode) given.deepCopy();
        var wrong = strange(tool, fields);
        if (wrong != null) {
            return result("there is no argument '" + wrong + "'", true);
        }
        var key = fields.remove("key");
        fields.setAll(settled);
        try {
            var shown = desk.ask(new Call(tool.route(), fields, key == null ? null : key.asString()), Form.JSON);
            return shown.exit() == 0 || (shown.err().isEmpty() && !shown.out().isEmpty())
                    ? document(shown.out())
                    : result(String.join("\n", shown.err()), true);
        } catch (IOException e) {
            return result(String.valueOf(e.getMessage()), true);
        }
    }

    private static @Nullable String strange(Tool tool, ObjectNode fields) {
        var known = new ArrayList<>(tool.route().fields());
        known.addAll(List.of("task", "id", "name", "key"));
        known.removeAll(Tool.SETTLED);
        return fields.propertyNames().stream()
                .filter(each -> !known.contains(each))
                .findFirst()
                .orElse(null);
    }

    private static ObjectNode document(List<String> lines) {
        var document = JSON.readTree(lines.stream().collect(Collectors.joining("\n")));
        var result = result(document.toString(), false);
        result.set("structuredContent", document);
        return result;
    }

    private static ObjectNode result(String text, boolean wrong) {
        var result = JSON.createObjectNode().put("isError", wrong);
        result.putArray("content").addObject().put("type", "text").put("text", text);
        return result;
    }
}
