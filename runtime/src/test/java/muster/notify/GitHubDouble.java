package muster.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// Stands in for GitHub: it judges requests by the published shape of "Create an issue comment" and "List issue
/// comments", version 2022-11-28, of the one issue `acme/tools#12`.
///
/// @param comments what was commented, in order
/// @param script answers that come first
record GitHubDouble(HttpServer server, List<String> comments, Queue<Reply> script) implements AutoCloseable {
    static final String TOKEN = "a-token-of-the-tests";

    private static final Pattern QUERY = Pattern.compile("since=([^&]+)|per_page=([1-9][0-9]?|100)|page=[1-9][0-9]*");
    private static final int LONGEST = 65_536;
    private static final JsonMapper JSON = JsonMapper.shared();

    record Reply(int status, Map<String, String> headers, String body) {
        static Reply saying(int status, String message) {
            var body = JSON.createObjectNode().put("message", message).put("status", Integer.toString(status));
            return new Reply(status, Map.of(), body.toString());
        }
    }

    static GitHubDouble begin() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var github = new GitHubDouble(server, new CopyOnWriteArrayList<>(), new ConcurrentLinkedQueue<>());
        server.createContext("/", github::take);
        server.start();
        return github;
    }

    String api() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var judged = judged(exchange, body);
        var scripted = script.poll();
        var reply = scripted == null ? judged : scripted;
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Reply judged(HttpExchange exchange, String body) {
        var headers = exchange.getRequestHeaders();
        if (!("Bearer " + TOKEN).equals(headers.getFirst("Authorization"))) {
            return Reply.saying(401, "Bad credentials");
        }
        if (headers.getFirst("User-Agent") == null) {
            return Reply.saying(403, "Request forbidden by administrative rules.");
        }
        if (!"2022-11-28".equals(headers.getFirst("X-GitHub-Api-Version"))
                || !"application/vnd.github+json".equals(headers.getFirst("Accept"))) {
            return Reply.saying(400, "unsupported version");
        }
        if (!exchange.getRequestURI().getPath().equals("/repos/acme/tools/issues/12/comments")) {
            return Reply.saying(404, "Not Found");
        }
        return switch (exchange.getRequestMethod()) {
            case "POST" -> posted(body);
            case "GET" -> listed(String.valueOf(exchange.getRequestURI().getQuery()));
            default -> Reply.saying(404, "Not Found");
        };
    }

    private Reply posted(String body) {
        var text = JSON.readTree(body).path("body").asString("");
        if (text.isBlank() || text.length() > LONGEST) {
            return Reply.saying(422, "Validation Failed");
        }
        comments.add(text);
        return new Reply(201, Map.of(), "{}");
    }

    private Reply listed(String query) {
        for (var each : query.split("&", -1)) {
            var known = QUERY.matcher(each);
            if (!known.matches() || (known.group(1) != null && !isTime(known.group(1)))) {
                return Reply.saying(422, "Validation Failed");
            }
        }
        var list = JSON.createArrayNode();
        comments.forEach(comment -> list.addObject().put("body", comment));
        return new Reply(200, Map.of(), list.toString());
    }

    private static boolean isTime(String text) {
        try {
            return Instant.parse(text).isAfter(Instant.EPOCH);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
