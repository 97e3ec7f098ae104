package muster.mcp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import muster.desk.Desk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers a client that speaks the Model Context Protocol: a message a line. Calls go on side by side, so that a
/// heartbeat does not wait for a `next` that waits.
public final class McpServer {
    /// What is under way may end after the client has gone.
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Methods methods;
    private final PrintStream out;
    private final Map<String, Thread> underWay = new ConcurrentHashMap<>();

    /// @param settled fields that every call has: in whose name, which run
    /// @param version of this program
    public McpServer(Desk desk, ObjectNode settled, String version, PrintStream out) {
        this.methods = new Methods(new Tools(desk, settled), version);
        this.out = out;
    }

    /// Answers until the client closes its side.
    public void serve(BufferedReader in) throws IOException, InterruptedException {
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.isBlank()) {
                take(line);
            }
        }
        for (var thread : underWay.values()) {
            if (!thread.join(GRACE)) {
                thread.interrupt();
            }
        }
    }

    private void take(String line) {
        JsonNode message;
        try {
            message = Rpc.read(line);
        } catch (RpcError wrong) {
            send(Rpc.refused(null, wrong));
            return;
        }
        var id = message.get("id");
        if (!message.path("method").isString()) {
            send(Rpc.refused(id, Rpc.noRequest()));
        } else if (id != null) {
            var begun = Thread.ofVirtual().unstarted(() -> answer(message, id));
            underWay.put(id.toString(), begun);
            begun.start();
        } else if (message.path("method").asString().equals("notifications/cancelled")) {
            var thread = underWay.get(message.path("params").path("requestId").toString());
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    private void answer(JsonNode message, JsonNode id) {
        try {
            send(Rpc.answer(methods, message, id));
        } catch (RpcError wrong) {
            send(Rpc.refused(id, wrong));
        } catch (InterruptedException e) {
            // The client does not want the answer any more.
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            send(Rpc.refused(id, new RpcError(RpcError.OURS, String.valueOf(e.getMessage()))));
        } finally {
            underWay.remove(id.toString());
        }
    }

    private synchronized void send(ObjectNode answer) {
        out.print(answer + "\n");
        out.flush();
    }
}
