package muster.yaml;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/// The values read from one mapping, by field.
final class Entry<R> {
    private final IdentityHashMap<Field<R, ?>, Integer> places;
    private final @Nullable Object[] values;

    /// @param places of the fields among the values
    Entry(IdentityHashMap<Field<R, ?>, Integer> places) {
        this.places = places;
        this.values = new @Nullable Object[places.size()];
    }

    void put(int place, @Nullable Object value) {
        values[place] = value;
    }

    /// True if there is a value.
    boolean has(int place) {
        return values[place] != null;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    <T extends @Nullable Object> T get(Field<R, T> field) {
        return (T) values[places.get(field)];
    }
}
