package muster.storage;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A JSON object under construction. Its text is canonical: keys sorted, no white space.
record JsonOut(ObjectNode node) {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    static JsonOut empty() {
        return new JsonOut(JsonNodeFactory.instance.objectNode());
    }

    static JsonOut of(String type, int version) {
        return empty().put("type", type).put("v", version);
    }

    JsonOut put(String key, Object value) {
        node.set(key, node(value));
        return this;
    }

    /// Left out if there is none.
    JsonOut putIfAny(String key, @Nullable Object value) {
        return value == null ? this : put(key, value);
    }

    String text() {
        return MAPPER.writeValueAsString(node);
    }

    /// Ids and instants are text, enum constants lower-case text.
    private static JsonNode node(Object value) {
        var nodes = JsonNodeFactory.instance;
        return switch (value) {
            case JsonOut out -> out.node();
            case Integer number -> nodes.numberNode(number);
            case Long number -> nodes.numberNode(number);
            case Boolean truth -> nodes.booleanNode(truth);
            case BigDecimal number -> nodes.stringNode(number.toPlainString());
            case Enum<?> constant -> nodes.stringNode(name(constant));
            case Collection<?> all -> {
                var array = nodes.arrayNode();
                all.forEach(each -> array.add(node(each)));
                yield array;
            }
            case Map<?, ?> all -> {
                var object = nodes.objectNode();
                all.forEach((key, each) -> object.set(key.toString(), node(each)));
                yield object;
            }
            default -> nodes.stringNode(value.toString());
        };
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
