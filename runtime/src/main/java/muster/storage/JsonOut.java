package muster.storage;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A JSON object under construction. Its text is canonical: keys sorted, no white space.
record JsonOut(SortedMap<String, Object> fields) {

    static JsonOut empty() {
        return new JsonOut(new TreeMap<>());
    }

    static JsonOut of(String type, int version) {
        return empty().put("type", type).put("v", version);
    }

    /// The value is kept as it is, and must not change any more.
    JsonOut put(String key, Object value) {
        fields.put(key, value);
        return this;
    }

    /// Left out if there is none.
    JsonOut putIfAny(String key, @Nullable Object value) {
        return value == null ? this : put(key, value);
    }

    String text() {
        return new JsonText().object(fields).toString();
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
