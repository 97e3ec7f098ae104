package muster.mcp;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Messages of JSON-RPC 2.0.
final class Rpc {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Rpc() {}

    /// @throws RpcError if it is no JSON
    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new RpcError(RpcError.UNREADABLE, "no JSON: " + e.getOriginalMessage());
        }
    }

    static RpcError noRequest() {
        return new RpcError(RpcError.NO_REQUEST, "no request of JSON-RPC 2.0");
    }

    /// The response to a request.
    ///
    /// @throws RpcError if there is no such method, or it was called wrongly
    static ObjectNode answer(Methods methods, JsonNode request, JsonNode id) throws IOException, InterruptedException {
        var answer = response(id);
        answer.set("result", methods.result(request.path("method").asString(), request.path("params")));
        return answer;
    }

    /// The response to what cannot be answered.
    static ObjectNode refused(@Nullable JsonNode id, RpcError error) {
        var answer = response(id);
        answer.set("error", error.put(JSON.createObjectNode()));
        return answer;
    }

    private static ObjectNode response(@Nullable JsonNode id) {
        var answer = JSON.createObjectNode().put("jsonrpc", "2.0");
        answer.set("id", id);
        return answer;
    }
}
