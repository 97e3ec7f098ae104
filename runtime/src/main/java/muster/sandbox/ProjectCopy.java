package muster.sandbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// A writable copy of a project in memory if the machine has a place for that, else in its temporary folder. Links are
/// left out, so that nothing outside the project gets in; so are folders of version control and of installed packages.
record ProjectCopy(Path root, SortedMap<String, Stamp> before) implements AutoCloseable {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Set<String> LEFT_OUT =
            Set.of(".git", ".hg", ".svn", "node_modules", ".venv", "venv", "__pycache__", "target");

    /// What tells that a file has changed; the change of content within one tick of the clock keeps the time, so the
    /// size
    /// and the file's own number are looked at too.
    record Stamp(long size, long modifiedNanos, String key) {}

    static ProjectCopy of(Path project, long limit) throws IOException {
        var place = Files.isWritable(MEMORY) ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
        var root = Files.createTempDirectory(place, "muster-sandbox-");
        try {
            Files.walkFileTree(project, new Copying(project, root, limit));
            open(root);
            return new ProjectCopy(root, stamps(root));
        } catch (IOException e) {
            delete(root);
            throw e;
        }
    }

    List<String> changes() throws IOException {
        var after = stamps(root);
        var changed = new TreeSet<String>();
        after.forEach((file, stamp) -> {
            if (!stamp.equals(before.get(file))) {
                changed.add(file);
            }
        });
        before.keySet().stream().filter(file -> !after.containsKey(file)).forEach(changed::add);
        return List.copyOf(changed);
    }

    @Override
    public void close() throws IOException {
        delete(root);
    }

    /// The sandbox runs as nobody, who is somebody else outside.
    private static void open(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, EnumSet.allOf(PosixFilePermission.class));
    }

    private static SortedMap<String, Stamp> stamps(Path root) throws IOException {
        var stamps = new TreeMap<String, Stamp>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                var seen = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                var modified = seen.lastModifiedTime().to(java.util.concurrent.TimeUnit.NANOSECONDS);
                stamps.put(root.relativize(file).toString(), new Stamp(seen.size(), modified, "" + seen.fileKey()));
            }
        }
        return stamps;
    }

    private static void delete(Path root) throws IOException {
        Files.walkFileTree(root, new Deleting());
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes seen) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, java.io.@org.jspecify.annotations.Nullable IOException e)
                throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }

    private static final class Copying extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;
        private final long limit;
        private long copied;

        Copying(Path from, Path to, long limit) {
            this.from = from;
            this.to = to;
            this.limit = limit;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes seen) throws IOException {
            if (!folder.equals(from) && LEFT_OUT.contains(folder.getFileName().toString())) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            var target = to.resolve(from.relativize(folder).toString());
            Files.createDirectories(target);
            open(target);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes seen) throws IOException {
            if (!seen.isRegularFile()) {
                return FileVisitResult.CONTINUE;
            }
            copied += seen.size();
            if (copied > limit) {
                throw new IOException("it is larger than " + limit + " bytes");
            }
            var target = Files.copy(file, to.resolve(from.relativize(file).toString()));
            var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(target));
            permissions.addAll(Set.of(
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE,
                    PosixFilePermission.OWNER_WRITE));
            Files.setPosixFilePermissions(target, permissions);
            return FileVisitResult.CONTINUE;
        }
    }
}
