package muster.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The named parts of a schema, each written once and referred to by name.
final class Definitions {
    private final Map<String, Object> named = new LinkedHashMap<>();

    /// A reference to the named part, which is made on first use.
    Map<String, Object> refer(String name, Supplier<Map<String, Object>> make) {
        if (!named.containsKey(name)) {
            named.put(name, Map.of());
            named.put(name, make.get());
        }
        return Map.of("$ref", "#/$defs/" + name);
    }

    /// Keys with their values in this order.
    static Map<String, Object> ordered(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    Map<String, Object> all() {
        return named;
    }
}
