package muster.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values read from one mapping, by field.
final class Entry<R> {
    private final List<Field<R, ?>> fields;
    private final @Nullable Object[] values;

    /// Where the next field that is asked for most likely stands.
    private int next;

    /// @param fields that the values are of, in their order
    Entry(List<Field<R, ?>> fields) {
        this.fields = fields;
        this.values = new @Nullable Object[fields.size()];
    }

    void put(int place, @Nullable Object value) {
        values[place] = value;
    }

    /// True if there is a value.
    boolean has(int place) {
        return values[place] != null;
    }

    /// True if each of these fields has what stands for a key that is left out.
    @SuppressWarnings("ReferenceEquality") // whatever else is equal is read anew
    boolean holdsOnlyStandards(List<Field<R, ?>> some) {
        for (var field : some) {
            if (values[place(field)] != field.standard()) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    <T extends @Nullable Object> T get(Field<R, T> field) {
        return (T) values[place(field)];
    }

    /// Fields are mostly asked for in their order.
    @SuppressWarnings("ReferenceEquality") // equal fields of one mapping would have one key
    private int place(Field<R, ?> field) {
        int place = next;
        while (place < values.length && fields.get(place) != field) {
            place++;
        }
        if (place == values.length) {
            place = 0;
            while (fields.get(place) != field) {
                place++;
            }
        }
        next = place + 1;
        return place;
    }
}
