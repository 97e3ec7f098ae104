package muster.mcp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Revisions of the protocol. From 2026-07-28 on each request says by which it goes; before, a session began with
/// `initialize`. Source: Model Context Protocol, "Versioning and Compatibility", 2026-07-28.
enum Revision {
    /// A session that began with `initialize`.
    SESSION,
    /// Each request stands for itself.
    STATELESS;

    static final String STATELESS_VERSION = "2026-07-28";

    /// Newest first.
    private static final List<String> SESSION_VERSIONS =
            List.of("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");

    private static final String PREFIX = "io.modelcontextprotocol/";

    /// By what the request says of itself.
    ///
    /// @throws RpcError if it goes by a revision that is not known here
    static Revision of(JsonNode params) {
        var asked = params.path("_meta").path(PREFIX + "protocolVersion").asString("");
        if (asked.isEmpty()) {
            return SESSION;
        }
        if (!asked.equals(STATELESS_VERSION)) {
            var data = JsonMapper.shared().createObjectNode().put("requested", asked);
            data.putArray("supported").add(STATELESS_VERSION);
            throw new RpcError(RpcError.UNSUPPORTED, "Unsupported protocol version", data);
        }
        return STATELESS;
    }

    /// The revision of a session: the one that was asked for, or the newest of those with sessions.
    static String session(String asked) {
        return SESSION_VERSIONS.contains(asked) ? asked : SESSION_VERSIONS.getFirst();
    }

    /// What a client of a session says with each request over HTTP; the first says nothing.
    ///
    /// @throws RpcError if it is no revision with sessions
    static void checkSession(@Nullable String said) {
        if (said != null && !SESSION_VERSIONS.contains(said)) {
            throw new RpcError(
                    RpcError.OTHER_HEADER,
                    "Header mismatch: MCP-Protocol-Version '" + said + "' is not what the body says");
        }
    }

    /// What the revision wants in every result.
    ObjectNode complete(ObjectNode result, ObjectNode server) {
        if (this == STATELESS) {
            result.put("resultType", "complete");
            result.withObject("/_meta").set(PREFIX + "serverInfo", server);
        }
        return result;
    }

    /// What it wants in a list that changes only with the program.
    ObjectNode lasting(ObjectNode result) {
        return this == STATELESS ? result.put("ttlMs", 3_600_000).put("cacheScope", "public") : result;
    }
}
