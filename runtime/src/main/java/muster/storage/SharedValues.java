package muster.storage;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Values of one type that are made of shared texts: each text becomes one value, however often it occurs.
///
/// @param <T> a type that cannot be changed
final class SharedValues<T> {
    private final CompactIn in;
    private final Function<String, T> make;
    private @Nullable Object[] values = new @Nullable Object[64];

    SharedValues(CompactIn in, Function<String, T> make) {
        this.in = in;
        this.make = make;
    }

    T next() {
        return value(in.shared());
    }

    @SuppressWarnings("unchecked")
    private T value(int number) {
        if (number >= values.length) {
            values = Arrays.copyOf(values, 2 * number);
        }
        var known = (T) values[number];
        if (known != null) {
            return known;
        }
        var made = make.apply(in.shared(number));
        values[number] = made;
        return made;
    }

    /// Their count, then each.
    @SuppressWarnings("unchecked")
    List<T> all() {
        int count = in.count();
        if (count == 0) {
            return List.of();
        }
        var all = new Object[count];
        for (int place = 0; place < count; place++) {
            all[place] = next();
        }
        return (List<T>) (List<?>) List.of(all);
    }
}
