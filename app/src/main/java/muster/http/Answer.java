package muster.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// An answer over HTTP.
///
/// @param headers beside those that every answer has
record Answer(int status, String type, String body, Map<String, String> headers) {
    static final String JSON = "application/json";

    Answer {
        headers = Map.copyOf(headers);
    }

    Answer(int status, String type, String body) {
        this(status, type, body, Map.of());
    }

    static Answer of(ProblemDetails problem) {
        var headers = new TreeMap<String, String>();
        if (problem.status() == 401) {
            headers.put("WWW-Authenticate", "Bearer realm=\"muster\"");
        }
        if (problem.status() == 503) {
            headers.put("Retry-After", "1");
        }
        return new Answer(problem.status(), ProblemDetails.TYPE, problem.text(), headers);
    }

    Answer with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Answer(status, type, body, more);
    }

    void send(HttpExchange exchange) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var to = exchange.getResponseHeaders();
        headers.forEach(to::set);
        Protective.put(to);
        if (bytes.length > 0) {
            to.set("Content-Type", type);
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
