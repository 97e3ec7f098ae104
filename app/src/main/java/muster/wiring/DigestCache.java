package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import muster.json.Sha256;
import org.jspecify.annotations.Nullable;

/// SHA-256 of the files under a root; a file whose size, time and number are as they were is not read again.
///
/// Two changes within one tick of the clock look alike, so a file that was changed just before it was read is
/// read again next time (git's racy entries).
final class DigestCache {
    private static final Duration TICK = Duration.ofSeconds(2);
    /// Larger files are no inputs of a probe; see `muster.observation.Ground`.
    private static final long LARGEST = 32L << 20;

    private final Path root;
    private final Path file;
    private final Map<String, Known> known = new TreeMap<>();
    private Change change = Change.NONE;

    private enum Change {
        NONE,
        SOME
    }

    /// What tells that a file is the one that was read.
    private record Stamp(long size, long modifiedNanos, String key) {}

    private record Known(Stamp stamp, String sha256) {
        String line(String path) {
            return String.join(
                    "\t", Long.toString(stamp.size), Long.toString(stamp.modifiedNanos), stamp.key, sha256, path);
        }
    }

    /// @param file where it is kept; if it cannot be read, all files are
    DigestCache(Path root, Path file) {
        this.root = root;
        this.file = file;
        try (var lines = Files.lines(file)) {
            lines.map(line -> line.split("\t", 5))
                    .filter(cells -> cells.length == 5)
                    .forEach(cells -> known.put(
                            cells[4],
                            new Known(
                                    new Stamp(Long.parseLong(cells[0]), Long.parseLong(cells[1]), cells[2]),
                                    cells[3])));
        } catch (IOException | java.io.UncheckedIOException | NumberFormatException unreadable) {
            known.clear();
        }
    }

    /// Null if there is no such ordinary file under the root.
    @Nullable
    String digest(String path) throws IOException {
        var wanted = root.resolve(path).normalize();
        if (!wanted.startsWith(root)) {
            return null;
        }
        try {
            var real = wanted.toRealPath();
            var seen = Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return real.startsWith(root) && seen.isRegularFile() && seen.size() <= LARGEST
                    ? digest(path, real, seen)
                    : null;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private String digest(String path, Path real, BasicFileAttributes seen) throws IOException {
        var modified = seen.lastModifiedTime();
        var stamp = new Stamp(seen.size(), modified.to(TimeUnit.NANOSECONDS), String.valueOf(seen.fileKey()));
        var before = known.get(path);
        if (before != null && before.stamp().equals(stamp)) {
            return before.sha256();
        }
        var sha256 = Sha256.of(Files.readAllBytes(real));
        if (modified.toInstant().isBefore(Instant.now().minus(TICK))) {
            known.put(path, new Known(stamp, sha256));
            change = Change.SOME;
        }
        return sha256;
    }

    /// Keeps what was read for the next time.
    void save() throws IOException {
        if (change == Change.SOME) {
            WholeFile.write(
                    file,
                    known.entrySet().stream()
                            .filter(each -> !each.getKey().contains("\n"))
                            .map(each -> each.getValue().line(each.getKey()) + "\n")
                            .collect(Collectors.joining()));
        }
    }
}
