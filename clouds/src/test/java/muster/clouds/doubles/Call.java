package muster.clouds.doubles;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// A request as a double has received it.
///
/// @param path as sent, still encoded
/// @param octets of the body, one in each character
public record Call(String method, String path, Map<String, String> query, Map<String, String> headers, String octets) {

    static Call of(HttpExchange exchange) throws IOException {
        var query = new TreeMap<String, String>();
        var raw = exchange.getRequestURI().getRawQuery();
        for (var part : raw == null ? new String[0] : raw.split("&")) {
            var pair = part.split("=", 2);
            query.put(decoded(pair[0]), pair.length == 1 ? "" : decoded(pair[1]));
        }
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        return new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query,
                headers,
                body(exchange.getRequestBody(), headers.getOrDefault("Content-Encoding", "")));
    }

    byte[] body() {
        return octets.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String body(InputStream in, String encoding) throws IOException {
        try (var body = encoding.equals("gzip") ? new GZIPInputStream(in) : in) {
            return new String(body.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    public String text() {
        return new String(body(), StandardCharsets.UTF_8);
    }

    /// The parts of the path in the groups of the pattern if method and path fit.
    @org.jspecify.annotations.Nullable
    MatchResult fits(String wanted, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(path);
        return method.equals(wanted) && matcher.matches() ? matcher.toMatchResult() : null;
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
