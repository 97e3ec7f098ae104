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

    /// Codes of the Model Context Protocol, 2026-07-28.
    static final int OTHER_HEADER = -32020;

    static final int UNSUPPORTED = -32022;

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

    /// The status over HTTP; what is wrong with a call is no mistake of the transport. To a client with sessions 404
    /// would say that its session is over.
    int status(Revision revision) {
        return switch (code) {
            case UNREADABLE, NO_REQUEST, OTHER_HEADER, UNSUPPORTED -> 400;
            case NO_METHOD -> revision == Revision.STATELESS ? 404 : 200;
            default -> 200;
        };
    }

    ObjectNode put(ObjectNode error) {
        error.put("code", code).put("message", String.valueOf(getMessage()));
        if (data != null) {
            error.set("data", data);
        }
        return error;
    }
}
