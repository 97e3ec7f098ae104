package muster.yaml;

import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values read from one mapping, by field.
final class Entry<R> {
    private final IdentityHashMap<Field<R, ?>, @Nullable Object> values = new IdentityHashMap<>();

    void put(Field<R, ?> field, @Nullable Object value) {
        values.put(field, value);
    }

    /// True if all the fields have a value.
    boolean has(List<Field<R, ?>> fields) {
        return fields.stream().allMatch(field -> values.get(field) != null);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    <T extends @Nullable Object> T get(Field<R, T> field) {
        return (T) values.get(field);
    }
}
