package muster.yaml;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A form whose parts must also fit together.
///
/// @param join throws [IllegalArgumentException] if they do not
record OrderedForm<P, T>(Form<P> parts, Function<P, T> join, Function<T, P> split) implements Form<T> {

    @Override
    public @Nullable T read(Value value) {
        var read = parts.read(value);
        try {
            return read == null ? null : join.apply(read);
        } catch (IllegalArgumentException e) {
            value.wrong(String.valueOf(e.getMessage()), null);
            return null;
        }
    }

    @Override
    public Object write(T value) {
        return parts.write(split.apply(value));
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return parts.schema(definitions);
    }

    @Override
    public String says() {
        return parts.says();
    }
}
