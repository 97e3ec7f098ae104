package muster.observation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The files under a root. No path leads out of it, neither by `..` nor by a link. What files there are is
/// found out
/// once, what stands in them each time.
public final class Ground {
    /// Sources are thousands of times smaller; whatever is larger is not read into memory.
    private static final long LARGEST = 32L << 20;

    /// More files than any audited project has had.
    private static final int MOST_FILES = 50_000;

    /// Deeper folders are no project's; each level also costs an open file while it is read.
    private static final int DEEPEST = 100;

    private static final Set<String> LEFT_OUT =
            Set.of(".git", ".hg", ".svn", "node_modules", ".venv", "venv", "__pycache__", "target");

    private static final String FOLDER = "it is a folder";

    private final Path root;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable List<String> listed;

    public Ground(Path root) {
        this.root = root;
    }

    public Path root() {
        return root;
    }

    public Looked look(String path) {
        try {
            var wanted = root.resolve(path).normalize();
            if (!wanted.startsWith(root)) {
                return new Looked.Refused(path, "the path leads out of the workspace");
            }
            var real = wanted.toRealPath();
            if (!real.startsWith(root)) {
                return new Looked.Refused(path, "a link leads out of the workspace");
            }
            return read(root.relativize(wanted).toString(), real);
        } catch (NoSuchFileException e) {
            return new Looked.Absent(path);
        } catch (IOException e) {
            return new Looked.Refused(path, "it cannot be read: " + e.getClass().getSimpleName());
        } catch (InvalidPathException e) {
            return new Looked.Refused(path, "it is no path: " + e.getReason());
        }
    }

    public boolean has(String path) {
        return switch (look(path)) {
            case Looked.Found _ -> true;
            case Looked.Absent _ -> false;
            case Looked.Refused refused -> refused.why().equals(FOLDER);
        };
    }

    private static Looked read(String path, Path real) throws IOException {
        var seen = Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (seen.isDirectory()) {
            return new Looked.Refused(path, FOLDER);
        }
        if (!seen.isRegularFile()) {
            return new Looked.Refused(path, "it is no ordinary file");
        }
        if (seen.size() > LARGEST) {
            return new Looked.Refused(path, "it is larger than " + LARGEST + " bytes");
        }
        return new Looked.Found(
                path,
                ByteBuffer.wrap(Files.readAllBytes(real)).asReadOnlyBuffer(),
                seen.lastModifiedTime().toInstant());
    }

    /// Paths of ordinary files, sorted; links are not followed.
    public List<String> files(Predicate<String> wanted) {
        return listed().stream().filter(wanted).toList();
    }

    private List<String> listed() {
        lock.lock();
        try {
            if (listed == null) {
                var listing = new Listing(root, new TreeSet<>());
                Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEEPEST, listing);
                listed = List.copyOf(listing.found);
            }
            return listed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    private static final class Listing extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Set<String> found;

        Listing(Path root, Set<String> found) {
            this.root = root;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes seen) {
            return !folder.equals(root)
                            && LEFT_OUT.contains(folder.getFileName().toString())
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes seen) {
            if (seen.isRegularFile()) {
                found.add(root.relativize(file).toString());
            }
            return found.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
