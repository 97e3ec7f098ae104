package muster.yaml;

import java.nio.file.Path;
import java.util.function.Function;
import muster.plan.Parsed;
import org.jspecify.annotations.Nullable;

/// A file of the operator, read as one value.
///
/// @param whole reads it; null once a problem has been recorded
record OperatorsFile<T>(Function<Value, @Nullable T> whole) {

    /// What the file says, or all problems with their places.
    Parsed<T> read(Path file) {
        var reading = new Reading();
        var bytes = FileBytes.read(file, reading);
        return bytes == null ? new Parsed.Failed<>(reading.problems()) : read(file.toString(), bytes, reading);
    }

    /// @param name stands for the path in places
    Parsed<T> read(String name, byte[] bytes) {
        var reading = new Reading();
        reading.opened(name);
        return read(name, bytes, reading);
    }

    private Parsed<T> read(String name, byte[] bytes, Reading reading) {
        var root = YamlText.compose(name, bytes, reading);
        var read = root == null ? null : whole.apply(new Value("the file", root, reading));
        return read == null || reading.failed() ? new Parsed.Failed<>(reading.problems()) : new Parsed.Ok<>(read);
    }
}
