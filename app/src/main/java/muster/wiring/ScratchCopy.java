package muster.wiring;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/// A copy of a workspace in which files may be changed; gone when closed. Links, version control, installed packages
/// and large files such as databases are left out.
record ScratchCopy(Path original, Path root) implements AutoCloseable {
    private static final Set<String> LEFT_OUT =
            Set.of(".git", ".hg", ".svn", ".muster", "node_modules", ".venv", "venv", "__pycache__", "target");
    /// What no probe of a file reads; see `muster.observation.Ground`.
    private static final long LARGEST = 32L << 20;
    /// Wrong in every language that scripts are written in, as it opens what it does not close.
    private static final String WRONG = "\n<<<<<<< (((('\n";

    static ScratchCopy of(Path original) throws IOException {
        var root = Files.createTempDirectory("muster-mutate-");
        var copy = new ScratchCopy(original.toRealPath(), root.toRealPath());
        Files.walkFileTree(copy.original, copy.new Copying());
        return copy;
    }

    /// Makes a change; false if it cannot be made here, as with files that were left out.
    boolean change(Mutant.Input input) throws IOException {
        return switch (input) {
            case Mutant.Input.Unchanged _ -> true;
            case Mutant.Input.Removed(String path) -> isHere(path) && Files.deleteIfExists(at(path));
            case Mutant.Input.Emptied(String path) -> isHere(path) && written(path, "");
            case Mutant.Input.Broken(String path) ->
                isHere(path) && written(path, Files.readString(at(path), StandardCharsets.ISO_8859_1) + WRONG);
            case Mutant.Input.Added(String path) ->
                at(path).startsWith(root) && !Files.exists(at(path)) && written(path, "added\n");
        };
    }

    /// Takes the change back.
    void restore(Mutant.Input input) throws IOException {
        switch (input) {
            case Mutant.Input.Unchanged _ -> {}
            case Mutant.Input.Removed(String path) -> again(path);
            case Mutant.Input.Emptied(String path) -> again(path);
            case Mutant.Input.Broken(String path) -> again(path);
            case Mutant.Input.Added(String path) -> Files.deleteIfExists(at(path));
        }
    }

    private void again(String path) throws IOException {
        if (at(path).startsWith(root)) {
            Files.copy(original.resolve(path).normalize(), at(path), COPY_ATTRIBUTES, REPLACE_EXISTING);
        }
    }

    private boolean written(String path, String text) throws IOException {
        Files.createDirectories(at(path).getParent());
        Files.writeString(at(path), text, StandardCharsets.ISO_8859_1);
        return true;
    }

    private boolean isHere(String path) {
        return at(path).startsWith(root) && Files.isRegularFile(at(path));
    }

    private Path at(String path) {
        return root.resolve(path).normalize();
    }

    @Override
    public void close() throws IOException {
        Workspace.delete(root);
    }

    private final class Copying extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes seen) throws IOException {
            if (!folder.equals(original)
                    && LEFT_OUT.contains(folder.getFileName().toString())) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(root.resolve(original.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes seen) throws IOException {
            if (seen.isRegularFile() && seen.size() <= LARGEST) {
                Files.copy(file, root.resolve(original.relativize(file).toString()), COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
