package muster.yaml;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A form that holds itself somewhere further in.
record LaterForm<T>(Supplier<Form<T>> form, String says) implements Form<T> {

    @Override
    public @Nullable T read(Value value) {
        return form.get().read(value);
    }

    @Override
    public Object write(T value) {
        return form.get().write(value);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return form.get().schema(definitions);
    }
}
