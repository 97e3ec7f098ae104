package muster.clouds.calls;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// One request.
///
/// @param path already encoded, beginning with a slash
/// @param type of the body, empty if there is none
/// @param accept types of answers
public record Asked(
        String method,
        String path,
        SortedMap<String, String> query,
        HttpRequest.BodyPublisher body,
        String type,
        String accept) {

    public static Asked get(String path) {
        return new Asked("GET", path, new TreeMap<>(), BodyPublishers.noBody(), "", "application/json");
    }

    public static Asked delete(String path) {
        return new Asked("DELETE", path, new TreeMap<>(), BodyPublishers.noBody(), "", "application/json");
    }

    public static Asked post(String path, JsonNode body) {
        return post(path, body.toString().getBytes(StandardCharsets.UTF_8), "application/json");
    }

    public static Asked post(String path, byte[] body, String type) {
        return new Asked("POST", path, new TreeMap<>(), BodyPublishers.ofByteArray(body), type, "application/json");
    }

    /// The same with a parameter more.
    public Asked with(String name, String value) {
        var more = new TreeMap<>(query);
        more.put(name, value);
        return new Asked(method, path, more, body, type, accept);
    }

    /// The same, for answers of another type.
    public Asked accepting(String other) {
        return new Asked(method, path, query, body, type, other);
    }

    String target() {
        return query.isEmpty()
                ? path
                : path
                        + query.entrySet().stream()
                                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                                .collect(Collectors.joining("&", "?", ""));
    }

    /// A part of a path or query; a space is `%20`, a slash `%2F`.
    public static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
