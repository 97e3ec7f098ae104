package muster.mcp;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A message that cannot be answered, by JSON-RPC 2.0.
final class RpcError extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Codes of JSON-RPC 2.0, section 5.1.
    static final int UNREADABLE = -32700;

    static final int NO_REQUEST = -32600;
    static final int NO_METHOD = -32601;
    static final int WRONG_PARAMETERS = -32602;
    static final int OURS = -32603;

    private final int code;
    private final transient @Nullable ObjectNode data;

    RpcError(int code, String message) {
        this(code, message, null);
    }

    RpcError(int code, String message, @Nullable ObjectNode data) {
        super(message, null, false, false);
        this.code = code;
        this.data = data;
    }

    ObjectNode put(ObjectNode error) {
        error.put("code", code).put("message", String.valueOf(getMessage()));
        if (data != null) {
            error.set("data", data);
        }
        return error;
    }
}
