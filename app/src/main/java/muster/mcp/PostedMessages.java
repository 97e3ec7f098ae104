package muster.mcp;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import muster.desk.Desk;
import muster.http.Postbox;
import tools.jackson.databind.JsonNode;

/// The Model Context Protocol over HTTP: each message is a POST, answered with one JSON object. There are no sessions
/// and no streams, and nothing is kept between two messages. Sources: Model Context Protocol, "Streamable HTTP",
/// 2026-07-28 (headers repeat version, method and name of the body) and 2025-11-25 (a server need not have sessions).
///
/// @param version of this program
public record PostedMessages(String version) implements Postbox {

    @Override
    public Posted answer(Message message, Desk desk) throws InterruptedException {
        try {
            var read = Rpc.read(message.body());
            return read.has("id") && !read.has("result") && !read.has("error")
                    ? request(read, message, desk)
                    : unanswered(read);
        } catch (RpcError wrong) {
            return new Posted(400, Rpc.refused(null, wrong).toString());
        }
    }

    /// Notifications, and responses to what this server never asks.
    private static Posted unanswered(JsonNode read) {
        if (!read.isObject() || (!read.has("method") && !read.has("result") && !read.has("error"))) {
            throw Rpc.noRequest();
        }
        return new Posted(202, "");
    }

    private Posted request(JsonNode request, Message message, Desk desk) throws InterruptedException {
        var id = request.get("id");
        try {
            if (!request.path("method").isString()) {
                throw Rpc.noRequest();
            }
            checkHeaders(message.headers(), request);
            var methods = new Methods(new Tools(desk, message.settled()), version);
            return new Posted(200, Rpc.answer(methods, request, id).toString());
        } catch (RpcError wrong) {
            var sessions = message.headers().getFirst("Mcp-Method") == null;
            var revision = sessions ? Revision.SESSION : Revision.STATELESS;
            return new Posted(wrong.status(revision), Rpc.refused(id, wrong).toString());
        } catch (IOException e) {
            return new Posted(
                    200,
                    Rpc.refused(id, new RpcError(RpcError.OURS, String.valueOf(e.getMessage())))
                            .toString());
        }
    }

    /// What stands between client and server goes by the headers, so they must say what the body does.
    private static void checkHeaders(Headers headers, JsonNode request) {
        var params = request.path("params");
        switch (Revision.of(params)) {
            case SESSION -> Revision.checkSession(headers.getFirst("MCP-Protocol-Version"));
            case STATELESS -> {
                same(headers, "MCP-Protocol-Version", Revision.STATELESS_VERSION);
                same(headers, "Mcp-Method", request.path("method").asString());
                if (request.path("method").asString().equals("tools/call")) {
                    same(headers, "Mcp-Name", params.path("name").asString(""));
                }
            }
        }
    }

    private static void same(Headers headers, String name, String body) {
        if (!body.equals(headers.getFirst(name))) {
            throw new RpcError(RpcError.OTHER_HEADER, "Header mismatch: " + name + " must be '" + body + "'");
        }
    }
}
