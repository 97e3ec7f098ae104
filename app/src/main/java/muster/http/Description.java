package muster.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import muster.desk.Route;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The description of the interface in OpenAPI 3.1.
public final class Description {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Description() {}

    /// The document.
    public static String text() throws IOException {
        try (var stream = Description.class.getResourceAsStream("openapi.json")) {
            if (stream == null) {
                throw new IOException("the description of the interface is not there");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// The document, to be looked into.
    public static JsonNode tree() throws IOException {
        return JSON.readTree(text());
    }

    /// JSON Schema of all fields of a route: those of the path, the query and the body in one object.
    public static ObjectNode fields(JsonNode document, Route route) {
        var operation = document.path("paths")
                .path(route.path())
                .path(route.method().name().toLowerCase(Locale.ROOT));
        var body = operation.at("/requestBody/content/application~1json/schema");
        var schema = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        operation.path("parameters").forEach(parameter -> {
            var name = parameter.path("name").asString("");
            var in = parameter.path("in").asString("");
            if (in.equals("path") || in.equals("query")) {
                properties.set(name, parameter.get("schema"));
            }
            if (in.equals("path") && !name.equals("run")) {
                required.add(name);
            }
        });
        body.path("properties").properties().forEach(each -> properties.set(each.getKey(), each.getValue()));
        body.path("required").forEach(required::add);
        return resolved(schema, document);
    }

    /// With what is referred to in place.
    private static ObjectNode resolved(ObjectNode node, JsonNode document) {
        for (var name : node.propertyNames().stream().toList()) {
            var value = node.get(name);
            var reference = value.path("$ref").asString("");
            if (!reference.isEmpty()) {
                node.set(name, document.at(reference.substring(1)));
            } else if (value instanceof ObjectNode inner) {
                resolved(inner, document);
            }
        }
        return node;
    }
}
