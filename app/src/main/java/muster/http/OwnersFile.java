package muster.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// Files that their owner alone may read.
public final class OwnersFile {
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rw-------");

    private OwnersFile() {}

    /// Writes one anew: it is never readable by others, not even for a moment.
    public static Path create(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNERS));
        return Files.writeString(file, text);
    }

    /// Its text.
    ///
    /// @throws IOException if others may read it, too
    static String read(Path file) throws IOException {
        var allowed = EnumSet.noneOf(PosixFilePermission.class);
        allowed.addAll(Files.getPosixFilePermissions(file));
        allowed.remove(PosixFilePermission.OWNER_READ);
        allowed.remove(PosixFilePermission.OWNER_WRITE);
        if (!allowed.isEmpty()) {
            throw new IOException(file + " may be read by others, too\nMaybe take that away: chmod 600 " + file);
        }
        return Files.readString(file).strip();
    }
}
