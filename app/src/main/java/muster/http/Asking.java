package muster.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Locale;
import muster.desk.Call;
import muster.desk.Route;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A request read into a call. Everything that is not as the interface says is refused, so that no mistake in a name
/// goes unnoticed.
record Asking(HttpExchange exchange, Token token) {
    /// Bytes of a body: more than any hand-off or reason needs.
    static final int MOST_BYTES = 1 << 20;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    Call call() throws IOException {
        var uri = exchange.getRequestURI();
        var addressed = Addressed.of(exchange.getRequestMethod(), uri.getRawPath());
        var route = addressed.route();
        var fields = route.method() == Route.Method.GET ? query(uri.getRawQuery()) : body();
        for (var name : fields.propertyNames()) {
            if (!route.fields().contains(name)) {
                throw Halt.wrong(400, "'" + route.word() + "' has no field '" + name + "', but " + route.fields());
            }
        }
        addressed.values().forEach(fields::put);
        new Speaker(token).settle(route, fields);
        return new Call(route, fields, key(route));
    }

    private @Nullable String key(Route route) {
        return route.method() == Route.Method.GET
                ? null
                : token.key(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    }

    static ObjectNode query(@Nullable String query) {
        var fields = MAPPER.createObjectNode();
        if (query == null || query.isEmpty()) {
            return fields;
        }
        for (var pair : query.split("&", -1)) {
            var parts = pair.split("=", 2);
            fields.put(Addressed.decoded(parts[0]), parts.length == 1 ? "" : Addressed.decoded(parts[1]));
        }
        return fields;
    }

    private ObjectNode body() throws IOException {
        var bytes = bytes(exchange);
        if (bytes.length == 0) {
            return MAPPER.createObjectNode();
        }
        try {
            if (MAPPER.readTree(bytes) instanceof ObjectNode fields) {
                return fields;
            }
        } catch (JacksonException e) {
            throw Halt.wrong(400, "the body is no JSON: " + e.getOriginalMessage());
        }
        throw Halt.wrong(400, "the body is no JSON object");
    }

    /// The body, which is JSON unless it is empty.
    static byte[] bytes(HttpExchange exchange) throws IOException {
        var type = exchange.getRequestHeaders().getFirst("Content-Type");
        var bytes = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw Halt.wrong(413, "a body has at most " + MOST_BYTES + " bytes");
        }
        if (bytes.length > 0 && (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json"))) {
            throw Halt.wrong(415, "a body is application/json, got " + type);
        }
        return bytes;
    }
}
