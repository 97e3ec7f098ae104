package muster.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file that an option names, or a variable of the environment where it does not.
final class NamedFile {
    private NamedFile() {}

    /// Null if neither names one.
    static @Nullable Path of(@Nullable Path option, Map<String, String> environment, String variable) {
        var named = environment.getOrDefault(variable, "").strip();
        return option == null && !named.isEmpty() ? Path.of(named) : option;
    }
}
