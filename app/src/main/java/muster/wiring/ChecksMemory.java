package muster.wiring;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import muster.probes.host.FileStamp;
import org.jspecify.annotations.Nullable;

/// What the last run of a list of checks found, kept beside the workspace. It counts only while the list, the
/// folder and the trust are the same, and only if nobody else could have written it; whatever else stands in its
/// place, damaged or foreign, is no memory.
final class ChecksMemory {
    /// Its owner is whoever runs this process. Source: proc(5).
    private static final Path SELF = Path.of("/proc/self");

    /// Others than the owner may write.
    private static final int WRITABLE_BY_OTHERS = 0022;

    /// Names of owners come from them.
    private static final List<Path> ACCOUNTS = List.of(Path.of("/etc/passwd"), Path.of("/etc/group"));

    private final Path folder;
    private final Path file;
    private final Path list;
    private final String about;

    /// @param root what relative paths of the list are relative to
    /// @param folder where Muster keeps its own files
    /// @param means by what it is looked at, such as the trust
    ChecksMemory(Path root, Path folder, Path checks, String means) {
        this.folder = folder;
        list = checks.toAbsolutePath();
        about = root + "\0" + list + "\0" + means;
        file = folder.resolve("checks-" + Integer.toHexString(list.toString().hashCode()) + ".memory");
    }

    /// What was found, in the order of the list, or null if there is nothing that counts.
    @Nullable
    Remembered read() {
        try {
            var before = own();
            var known = before == null ? null : MemoryBytes.read(about, Files.readAllBytes(file));
            return known != null && known.counts() && isStill(before) ? known : null;
        } catch (IOException | BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private @Nullable FileStamp own() throws IOException {
        var stamp = FileStamp.of(file, LinkOption.NOFOLLOW_LINKS);
        var self = FileStamp.of(SELF);
        return stamp != null && self != null && stamp.uid() == self.uid() && isOurs(stamp) ? stamp : null;
    }

    private static boolean isOurs(FileStamp stamp) {
        return stamp.isRegular() && (stamp.mode() & WRITABLE_BY_OTHERS) == 0;
    }

    /// Whoever puts another file in place for a moment changes the time of change of ours. Not by `equals`, which a
    /// record links at run time.
    private boolean isStill(@Nullable FileStamp before) throws IOException {
        var after = own();
        return before != null
                && after != null
                && before.number() == after.number()
                && before.changed().compareTo(after.changed()) == 0;
    }

    /// Keeps what a run found.
    ///
    /// @param begun when the run began: what has changed since is not settled
    void write(List<Remembered.Row> rows, Instant begun) throws IOException {
        var basis = Stream.concat(Stream.of(list), ACCOUNTS.stream())
                .map(path -> Remembered.Input.of(path, begun))
                .toList();
        var bytes = MemoryBytes.written(about, new Remembered(begun, basis, rows));
        Files.createDirectories(folder);
        var draft = Files.createTempFile(folder, "checks-", ".draft");
        Files.write(draft, bytes);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
