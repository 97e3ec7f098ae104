package muster.probes.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import muster.audit.InputDigest;
import muster.json.Sha256;
import org.jspecify.annotations.Nullable;

/// What the file system says of a path, without opening it. Whoever changes a file changes its stamp, because the
/// kernel sets the time of change; within one tick of its clock two changes may look alike, see [#holds].
///
/// @param mode type and permissions as the kernel gives them
/// @param device that the file is on
/// @param number of the file on its device
/// @param changed when its content, permissions or owner last changed
public record FileStamp(
        int mode, int uid, int gid, long size, long device, long number, FileTime modified, FileTime changed) {
    private static final String WANTED = "unix:mode,uid,gid,size,dev,ino,lastModifiedTime,ctime";
    private static final String INPUT = "stat:";
    private static final String ABSENT = "absent";
    private static final int PERMISSIONS = 07777;
    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;
    private static final int DIRECTORY = 0040000;
    private static final int LINK = 0120000;

    /// Where among the numbers of a stamp its time of change stands, the last of them.
    private static final int CHANGED = 7;

    /// The coarsest clock of a file system in use: two seconds. Source: FAT, as in the manual of `git update-index`.
    private static final Duration COARSEST_TICK = Duration.ofSeconds(2);

    /// The stamp of what stands at a path, or null if nothing does.
    ///
    /// @throws IOException if that cannot be known
    public static @Nullable FileStamp of(Path path, LinkOption... links) throws IOException {
        try {
            var seen = Files.readAttributes(path, WANTED, links);
            return new FileStamp(
                    part(seen, "mode", Integer.class),
                    part(seen, "uid", Integer.class),
                    part(seen, "gid", Integer.class),
                    part(seen, "size", Long.class),
                    part(seen, "dev", Long.class),
                    part(seen, "ino", Long.class),
                    part(seen, "lastModifiedTime", FileTime.class),
                    part(seen, "ctime", FileTime.class));
        } catch (NoSuchFileException e) {
            return null;
        } catch (FileSystemException e) {
            if (String.valueOf(e.getReason()).equals("Not a directory")) {
                return null;
            }
            throw e;
        }
    }

    private static <T> T part(Map<String, Object> seen, String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(seen.get(name), name));
    }

    public boolean isRegular() {
        return (mode & TYPE) == REGULAR;
    }

    public boolean isDirectory() {
        return (mode & TYPE) == DIRECTORY;
    }

    public boolean isLink() {
        return (mode & TYPE) == LINK;
    }

    /// Octal, at least four digits, such as `0644`.
    public String permissions() {
        var digits = Integer.toOctalString(mode & PERMISSIONS);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    /// The stamp as an input of evidence: equal as long as the file is as it was.
    public static InputDigest input(Path path) {
        return new InputDigest(INPUT + path, Sha256.of(text(path)));
    }

    /// The path that an input is the stamp of, or null if it is something else.
    public static @Nullable Path path(InputDigest input) {
        return input.input().startsWith(INPUT) ? Path.of(input.input().substring(INPUT.length())) : null;
    }

    /// True if the input is a stamp and the file still has it; costs a look at the file's attributes.
    public static boolean holds(InputDigest input) {
        try {
            var path = path(input);
            return path != null
                    && Sha256.of(text(path, of(path, LinkOption.NOFOLLOW_LINKS)))
                            .equals(input.sha256());
        } catch (IOException e) {
            return false;
        }
    }

    /// The stamp as numbers that can be kept and compared cheaply; of a link followed by those of what it leads to.
    /// None if nothing is at the path.
    ///
    /// @throws UncheckedIOException if that cannot be known
    public static long[] numbers(Path path) {
        try {
            var own = of(path, LinkOption.NOFOLLOW_LINKS);
            return own == null || !own.isLink() ? numbers(own) : joined(numbers(own), numbers(of(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long[] joined(long[] link, long[] target) {
        var both = Arrays.copyOf(link, link.length + target.length);
        System.arraycopy(target, 0, both, link.length, target.length);
        return both;
    }

    private static long[] numbers(@Nullable FileStamp stamp) {
        return stamp == null
                ? new long[0]
                : new long[] {
                    stamp.mode,
                    stamp.uid,
                    stamp.gid,
                    stamp.size,
                    stamp.device,
                    stamp.number,
                    stamp.modified.to(TimeUnit.NANOSECONDS),
                    stamp.changed.to(TimeUnit.NANOSECONDS)
                };
    }

    /// True if the path still has these [#numbers], and nothing there changed so shortly before they were taken, or
    /// since, that another change could have left the same.
    ///
    /// @param looked a moment before the file was looked at
    public static boolean holds(Path path, long[] numbers, Instant looked) {
        for (int i = CHANGED; i < numbers.length; i += CHANGED + 1) {
            if (TimeUnit.NANOSECONDS.toMillis(numbers[i]) + COARSEST_TICK.toMillis() >= looked.toEpochMilli()) {
                return false;
            }
        }
        try {
            return Arrays.equals(numbers(path), numbers);
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static String text(Path path) {
        try {
            return text(path, of(path, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            return ABSENT;
        }
    }

    /// Of a link also the stamp of what it leads to.
    private static String text(Path path, @Nullable FileStamp own) throws IOException {
        return own == null || !own.isLink() ? brief(own) : brief(own) + brief(of(path));
    }

    private static String brief(@Nullable FileStamp stamp) {
        return stamp == null ? ABSENT : stamp.brief();
    }

    private String brief() {
        return mode + " " + uid + " " + gid + " " + size + " " + device + ":" + number + " "
                + modified.to(TimeUnit.NANOSECONDS) + " " + changed.to(TimeUnit.NANOSECONDS) + ";";
    }
}
