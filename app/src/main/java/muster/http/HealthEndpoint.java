package muster.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Serves the state of an audit: `GET /healthz` with 200 for GO and 503 for anything else, in the form that `Accept`
/// asks for (text, JSON or Prometheus); `GET /report.json` and `GET /metrics` with 200 whatever the decision. An audit
/// that could not be made is answered with 500.
public final class HealthEndpoint implements AutoCloseable {
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String JSON = "application/json";
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    private final Listener listener;

    private HealthEndpoint(Listener listener) {
        this.listener = listener;
    }

    /// Begins to serve.
    ///
    /// @param at port 0 takes any free one
    /// @throws IOException if the address is taken
    public static HealthEndpoint open(InetSocketAddress at, HealthCheck check) throws IOException {
        return new HealthEndpoint(Listener.open(at, exchange -> answer(exchange, check)));
    }

    /// The port that is listened on.
    public int port() {
        return listener.port();
    }

    @Override
    public void close() {
        listener.close();
    }

    private record Answer(int status, String type, String body) {}

    private static void answer(HttpExchange exchange, HealthCheck check) throws IOException {
        try (exchange) {
            var answer =
                    answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), accept(exchange), check);
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            var head = exchange.getRequestMethod().equals("HEAD");
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            Protective.put(exchange.getResponseHeaders());
            exchange.sendResponseHeaders(answer.status(), head || body.length == 0 ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static Answer answer(String method, String path, String accept, HealthCheck check) {
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return new Answer(405, TEXT, "only GET and HEAD\n");
        }
        try {
            return switch (path) {
                case "/healthz" -> health(check.check(), accept);
                case "/report.json" -> new Answer(200, JSON, check.check().json());
                case "/metrics" -> new Answer(200, METRICS, check.check().metrics());
                default -> new Answer(404, TEXT, "there are /healthz, /report.json and /metrics\n");
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(503, TEXT, "the audit was interrupted\n");
        } catch (IOException e) {
            return new Answer(500, TEXT, "the audit could not be made: " + e.getMessage() + "\n");
        }
    }

    private static Answer health(Health health, String accept) {
        var status = health.verdict().isGo() ? 200 : 503;
        if (accept.contains(JSON)) {
            return new Answer(status, JSON, health.json());
        }
        return accept.contains("version=0.0.4") || accept.contains("openmetrics")
                ? new Answer(status, METRICS, health.metrics())
                : new Answer(status, TEXT, health.text());
    }

    private static String accept(HttpExchange exchange) {
        @Nullable String accept = exchange.getRequestHeaders().getFirst("Accept");
        return accept == null ? "" : accept.toLowerCase(Locale.ROOT);
    }
}
