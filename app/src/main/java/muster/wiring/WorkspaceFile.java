package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file that a plan or an agent names, looked for in a workspace and nowhere else.
final class WorkspaceFile {
    private WorkspaceFile() {}

    /// Where it is; null if it is not there, or lies outside, be it by `..`, as an absolute path or by a symbolic link.
    ///
    /// @throws IOException if the workspace cannot be read
    static @Nullable Path of(Path root, String name) throws IOException {
        var file = named(root, name);
        return file != null && Files.exists(file) && file.toRealPath().startsWith(root.toRealPath()) ? file : null;
    }

    private static @Nullable Path named(Path root, String name) {
        try {
            var file = root.resolve(name).normalize();
            return file.startsWith(root) ? file : null;
        } catch (InvalidPathException _) {
            return null;
        }
    }
}
