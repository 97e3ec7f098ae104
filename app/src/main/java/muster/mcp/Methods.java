package muster.mcp;

import java.io.IOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The methods that a client may call.
record Methods(Tools tools, String version) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String INSTRUCTIONS =
            "A run gives you tasks. Ask 'next', 'claim' one, do what its contract says,"
                    + " send a 'heartbeat' every third of the lease, and say 'done'. What is refused says why.";

    /// @throws RpcError if there is no such method, or it was called wrongly
    ObjectNode result(String method, JsonNode params) throws IOException, InterruptedException {
        var revision = Revision.of(params);
        var result = JSON.createObjectNode();
        switch (method) {
            case "initialize" -> {
                capabilities(result.put(
                        "protocolVersion",
                        Revision.session(params.path("protocolVersion").asString(""))));
                result.set("serverInfo", server());
            }
            case "server/discover" -> {
                result.putArray("supportedVersions").add(Revision.STATELESS_VERSION);
                revision.lasting(capabilities(result));
            }
            case "ping" -> {}
            case "tools/list" -> revision.lasting(result).set("tools", tools.list());
            case "tools/call" -> result.setAll(tools.call(params.path("name").asString(""), params.path("arguments")));
            default -> throw new RpcError(RpcError.NO_METHOD, "Method not found: " + method);
        }
        return revision.complete(result, server());
    }

    private static ObjectNode capabilities(ObjectNode result) {
        result.putObject("capabilities").putObject("tools");
        return result.put("instructions", INSTRUCTIONS);
    }

    private ObjectNode server() {
        return JSON.createObjectNode().put("name", "muster").put("version", version);
    }
}
