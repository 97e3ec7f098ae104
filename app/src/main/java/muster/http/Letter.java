package muster.http;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import muster.desk.Call;
import muster.desk.Route;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A call as a request to a server.
///
/// @param accept the form of the answer
record Letter(URI server, Call call, String accept) {
    /// Beyond the time that the call itself asks to wait.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /// Why nothing is sent; null if it may be.
    @Nullable
    String objection() {
        var scheme = String.valueOf(server.getScheme());
        var host = String.valueOf(server.getHost());
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return "--server takes http://HOST:PORT or https://HOST:PORT, got '" + server + "'";
        }
        if (server.getUserInfo() != null) {
            return "an address holds no secret; the token comes from MUSTER_TOKEN or --token-file";
        }
        return scheme.equals("http") && !LOOPBACK.contains(host)
                ? "http:// to another machine shows the token to the network\nMaybe https:// or a tunnel"
                : null;
    }

    HttpRequest request(String secret) {
        var fields = call.tree().deepCopy();
        var path = path(fields);
        var patience = PATIENCE.plus(call.fields().duration("wait", Duration.ZERO));
        var builder = HttpRequest.newBuilder().timeout(patience).header("Accept", accept);
        if (!secret.isEmpty()) {
            builder.header("Authorization", "Bearer " + secret);
        }
        if (call.route().method() == Route.Method.GET) {
            return builder.uri(at(path + query(fields))).GET().build();
        }
        var key = call.key();
        if (key != null) {
            builder.header("Idempotency-Key", key);
        }
        return builder.uri(at(path))
                .header("Content-Type", Answer.JSON)
                .method(call.route().method().name(), BodyPublishers.ofString(fields.toString()))
                .build();
    }

    /// What a person may do who does not know whether it was done.
    String again() {
        return call.route().method() == Route.Method.POST
                ? "; it may have been done\nMaybe say it again with --key " + call.key()
                : "\nMaybe say it again";
    }

    private URI at(String path) {
        return URI.create(server.toString().replaceFirst("/+$", "") + path);
    }

    /// Takes the fields of the path out.
    private String path(ObjectNode fields) {
        var path = new StringBuilder();
        for (var part : call.route().path().substring(1).split("/", -1)) {
            path.append('/').append(part.startsWith("{") ? value(fields, part.substring(1, part.length() - 1)) : part);
        }
        return path.toString();
    }

    private static String value(ObjectNode fields, String name) {
        var value = fields.remove(name);
        return value == null ? Route.LATEST : encoded(value.asString());
    }

    private static String query(ObjectNode fields) {
        var query = fields.properties().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue().asString()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
