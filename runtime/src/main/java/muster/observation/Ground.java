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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The files under a root. No path leads out of it, neither by `..` nor by a link. What files there are is found
/// out once, what stands in them each time.
public final class Ground {
    /// Sources are thousands of times smaller; whatever is larger is not read into memory.
    private static final long LARGEST = 32L << 20;

    /// Ten times as many as any audited project has had; their names take some 50 MB.
    private static final int MOST_FILES = 250_000;

    /// Folders and links of one kind that are named.
    private static final int MOST_NAMED = 1_000;

    /// Deeper folders are no project's; each level also costs an open file while it is read.
    private static final int DEEPEST = 100;

    private static final Set<String> LEFT_OUT =
            Set.of(".git", ".hg", ".svn", "node_modules", ".venv", "venv", "__pycache__", "target");

    private static final String FOLDER = "it is a folder";

    private final Path root;
    private final ReentrantLock lock = new ReentrantLock();
    private final int most;
    private @Nullable Listing listed;

    public Ground(Path root) {
        this(root, MOST_FILES);
    }

    /// @param most files that are listed
    Ground(Path root, int most) {
        this.root = root;
        this.most = most;
    }

    /// What files there are, and what keeps the list from being whole.
    ///
    /// @param files paths of ordinary files, sorted
    /// @param stopped the list ends before the folder does
    /// @param outside links that lead out of the root, or to nothing
    /// @param unread folders that cannot be opened or lie too deep
    public record Listing(List<String> files, boolean stopped, List<String> outside, List<String> unread) {
        public Listing {
            files = List.copyOf(files);
            outside = List.copyOf(outside);
            unread = List.copyOf(unread);
        }
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
            case Looked.Found _, Looked.Large _ -> true;
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
            return new Looked.Large(path, seen.size(), seen.lastModifiedTime().toInstant());
        }
        return new Looked.Found(
                path,
                ByteBuffer.wrap(Files.readAllBytes(real)).asReadOnlyBuffer(),
                seen.lastModifiedTime().toInstant());
    }

    /// Paths of ordinary files, sorted; links are not followed.
    public List<String> files(Predicate<String> wanted) {
        return listing().files().stream().filter(wanted).toList();
    }

    /// What files there are, found out once.
    public Listing listing() {
        lock.lock();
        try {
            if (listed == null) {
                var walk = new Walk(root, most);
                Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEEPEST, walk);
                listed = walk.listing();
            }
            return listed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    /// True if a path lies in a folder that is never listed, such as that of a tool's own files.
    public static boolean isLeftOut(String path) {
        return Arrays.stream(path.split("/", -1)).anyMatch(LEFT_OUT::contains);
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final int most;
        private final List<String> found = new ArrayList<>();
        private final List<String> outside = new ArrayList<>();
        private final List<String> unread = new ArrayList<>();
        private boolean stopped;

        Walk(Path root, int most) {
            this.root = root;
            this.most = most;
        }

        Listing listing() {
            return new Listing(
                    found.stream().sorted().toList(),
                    stopped,
                    outside.stream().sorted().toList(),
                    unread.stream().sorted().toList());
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
            var path = root.relativize(file).toString();
            if (seen.isRegularFile() && found.size() == most) {
                stopped = true;
                return FileVisitResult.TERMINATE;
            }
            if (seen.isRegularFile()) {
                found.add(path);
            } else if (seen.isSymbolicLink() && outside.size() < MOST_NAMED && leadsOut(file)) {
                outside.add(path);
            } else if (seen.isDirectory() && unread.size() < MOST_NAMED) {
                unread.add(path);
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean leadsOut(Path link) {
            try {
                return !link.toRealPath().startsWith(root);
            } catch (IOException e) {
                return true;
            }
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (unread.size() < MOST_NAMED) {
                unread.add(root.relativize(file).toString());
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
