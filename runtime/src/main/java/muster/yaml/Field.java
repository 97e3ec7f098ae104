package muster.yaml;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One key of a mapping.
///
/// @param from takes the value out of the whole when it is written
/// @param standard what an optional key stands for when it is left out, and then is not written
/// @param says what the value means, for the schema and the reference
record Field<R, T extends @Nullable Object>(
        String key,
        Form<?> form,
        Function<R, T> from,
        Presence presence,
        @Nullable Object standard,
        String says) {

    enum Presence {
        REQUIRED,
        OPTIONAL
    }

    static <R, T> Field<R, T> required(String key, Form<T> form, Function<R, T> from, String says) {
        return new Field<>(key, form, from, Presence.REQUIRED, null, says);
    }

    static <R, T> Field<R, @Nullable T> optional(String key, Form<T> form, Function<R, @Nullable T> from, String says) {
        return new Field<>(key, form, from, Presence.OPTIONAL, null, says);
    }

    /// The same key, which may be left out.
    Field<R, T> or(T value) {
        return new Field<>(key, form, from, Presence.OPTIONAL, value, says);
    }

    boolean isRequired() {
        return presence == Presence.REQUIRED;
    }

    @SuppressWarnings("unchecked")
    Object write(Object value) {
        return ((Form<Object>) form).write(value);
    }
}
