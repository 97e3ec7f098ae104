package muster.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.desk.Ending;
import muster.desk.Route;
import org.jspecify.annotations.Nullable;

/// The route that a request is addressed to.
///
/// @param values of the names in the route's path
record Addressed(Route route, Map<String, String> values) {

    Addressed {
        values = Map.copyOf(values);
    }

    /// @param path as it was sent, still encoded
    static Addressed of(String method, String path) {
        var others = new ArrayList<String>();
        for (var route : Route.values()) {
            var values = values(route.path(), path);
            if (values != null && route.method().name().equals(method)) {
                return new Addressed(route, values);
            }
            if (values != null) {
                others.add(route.method().name());
            }
        }
        throw others.isEmpty()
                ? new Halt(404, Ending.NOT_FOUND, "there is nothing at this path\nMaybe see /v1/openapi.json")
                : Halt.wrong(405, "this path takes " + others.getFirst());
    }

    /// Null if the path is another one.
    private static @Nullable Map<String, String> values(String template, String path) {
        var names = List.of(template.split("/", -1));
        var parts = List.of(path.split("/", -1));
        if (names.size() != parts.size()) {
            return null;
        }
        var values = new TreeMap<String, String>();
        for (int at = 0; at < names.size(); at++) {
            var name = names.get(at);
            boolean open = name.startsWith("{") && !parts.get(at).isEmpty();
            if (open) {
                values.put(name.substring(1, name.length() - 1), decoded(parts.get(at)));
            } else if (!name.equals(parts.get(at))) {
                return null;
            }
        }
        return values;
    }

    /// A plus is a plus in a path.
    static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Halt.wrong(400, "the address is not encoded as it should be");
        }
    }
}
