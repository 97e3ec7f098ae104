package muster.storage;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A JSON object being read; what is missing or of the wrong kind is an [UnreadableEntry] that names it.
record JsonIn(JsonNode node) {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    static JsonIn parse(String text) {
        try {
            return new JsonIn(MAPPER.readTree(text));
        } catch (JacksonException e) {
            throw new UnreadableEntry("not JSON: " + e.getOriginalMessage());
        }
    }

    String text(String key) {
        var value = need(key);
        if (!value.isString()) {
            throw new UnreadableEntry("field '" + key + "' must be text in " + node);
        }
        return value.stringValue();
    }

    @Nullable
    String textOrNull(String key) {
        return node.get(key) == null ? null : text(key);
    }

    long number(String key) {
        var value = need(key);
        if (!value.canConvertToLong()) {
            throw new UnreadableEntry("field '" + key + "' must be a whole number in " + node);
        }
        return value.longValue();
    }

    boolean truth(String key) {
        var value = need(key);
        if (!value.isBoolean()) {
            throw new UnreadableEntry("field '" + key + "' must be true or false in " + node);
        }
        return value.booleanValue();
    }

    Instant instant(String key) {
        return Instant.parse(text(key));
    }

    @Nullable
    Instant instantOrNull(String key) {
        return has(key) ? instant(key) : null;
    }

    boolean has(String key) {
        return node.has(key);
    }

    <E extends Enum<E>> E constant(String key, Class<E> type) {
        var name = text(key).toUpperCase(Locale.ROOT).replace('-', '_');
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new UnreadableEntry("field '" + key + "' has an unknown value in " + node);
    }

    List<String> texts(String key) {
        return all(key, Function.identity());
    }

    List<Integer> numbers(String key) {
        return need(key).valueStream().map(JsonNode::intValue).toList();
    }

    SortedSet<Long> fences(String key) {
        return need(key).valueStream().map(JsonNode::longValue).collect(Collectors.toCollection(TreeSet::new));
    }

    <T> List<T> all(String key, Function<String, T> make) {
        var values = new ArrayList<T>();
        need(key).forEach(each -> values.add(make.apply(each.stringValue())));
        return values;
    }

    <T extends Comparable<T>> TreeSet<T> set(String key, Function<String, T> make) {
        return new TreeSet<>(all(key, make));
    }

    SortedMap<String, String> strings(String key) {
        return map(key, Function.identity(), Function.identity());
    }

    SortedMap<String, Integer> counts(String key) {
        var values = new TreeMap<String, Integer>();
        need(key).forEachEntry((name, value) -> values.put(name, value.intValue()));
        return values;
    }

    JsonIn object(String key) {
        return new JsonIn(need(key));
    }

    Collection<JsonIn> objects(String key) {
        return need(key).valueStream().map(JsonIn::new).toList();
    }

    /// The objects of a list that may be left out.
    Collection<JsonIn> objectsOrNone(String key) {
        return has(key) ? objects(key) : List.of();
    }

    BigDecimal decimal(String key) {
        return new BigDecimal(text(key));
    }

    @Nullable
    BigDecimal decimalOrNull(String key) {
        return has(key) ? decimal(key) : null;
    }

    @Nullable
    Duration durationOrNull(String key) {
        return has(key) ? Duration.parse(text(key)) : null;
    }

    /// Values by name, each read from its text.
    <K extends Comparable<K>, V> SortedMap<K, V> map(String key, Function<String, K> name, Function<String, V> value) {
        var values = new TreeMap<K, V>();
        need(key).forEachEntry((each, node) -> values.put(name.apply(each), value.apply(node.stringValue())));
        return values;
    }

    /// Objects by name.
    <K extends Comparable<K>, V> SortedMap<K, V> objects(
            String key, Function<String, K> name, Function<JsonIn, V> make) {
        var values = new TreeMap<K, V>();
        need(key).forEachEntry((each, node) -> values.put(name.apply(each), make.apply(new JsonIn(node))));
        return values;
    }

    /// Texts by name, by name.
    <K extends Comparable<K>> SortedMap<K, SortedMap<String, String>> nested(String key, Function<String, K> name) {
        var values = new TreeMap<K, SortedMap<String, String>>();
        need(key)
                .propertyNames()
                .forEach(each -> values.put(name.apply(each), object(key).strings(each)));
        return values;
    }

    @Nullable
    JsonIn objectOrNull(String key) {
        var value = node.get(key);
        return value == null ? null : new JsonIn(value);
    }

    private JsonNode need(String key) {
        var value = node.get(key);
        if (value == null) {
            throw new UnreadableEntry("field '" + key + "' is missing in " + node);
        }
        return value;
    }
}
