package muster.probes.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import muster.json.Sha256;
import org.jspecify.annotations.Nullable;

/// What stands in a file, as far as it was asked for.
///
/// @param sha256 null if it was not asked for
/// @param text null if it was not asked for
record FileContent(@Nullable String sha256, @Nullable String text) {
    /// Sources are thousands of times smaller; whatever is larger is not read into memory.
    static final long LARGEST_TEXT = 32L << 20;

    /// Larger files are hashed by no one who waits for the answer.
    static final long LARGEST_HASHED = 64L << 30;

    private static final int CHUNK = 1 << 16;

    /// What is read of a file.
    enum Part {
        NOTHING,
        HASH,
        TEXT,
        BOTH
    }

    /// It is too large, takes too long or must not be opened; nothing follows from that for what is in it.
    static final class Unread extends IOException {
        private static final long serialVersionUID = 1;

        Unread(String why) {
            super(why);
        }
    }

    static FileContent read(Path file, FileStamp stamp, Part part, Duration limit) throws IOException {
        if (part != Part.NOTHING) {
            check(file.toString(), stamp);
        }
        return switch (part) {
            case NOTHING -> new FileContent(null, null);
            case HASH -> new FileContent(hash(file, stamp, System.nanoTime() + limit.toNanos()), null);
            case TEXT -> new FileContent(null, new String(bytes(file), StandardCharsets.UTF_8));
            case BOTH -> {
                var bytes = bytes(file);
                yield new FileContent(Sha256.of(bytes), new String(bytes, StandardCharsets.UTF_8));
            }
        };
    }

    /// Pipes and devices are never opened: that alone may block or have effects. Of the kernel's own files only those
    /// that everybody may read are free of that.
    static void check(String file, FileStamp stamp) throws IOException {
        if (!stamp.isRegular()) {
            throw new Unread("it is no ordinary file, so it was not opened");
        }
        var kernels = file.startsWith("/proc/") || file.startsWith("/sys/");
        if (kernels && (stamp.mode() & 04) == 0) {
            throw new Unread("the kernel does not let everybody read it, so it was not opened");
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes((int) LARGEST_TEXT + 1);
            if (bytes.length > LARGEST_TEXT) {
                throw new Unread("it is larger than " + LARGEST_TEXT + " bytes, so its content was not read");
            }
            return bytes;
        }
    }

    private static String hash(Path file, FileStamp stamp, long end) throws IOException {
        if (stamp.size() > LARGEST_HASHED) {
            throw new Unread("it is larger than " + LARGEST_HASHED + " bytes, so it was not hashed");
        }
        try (var in = Files.newInputStream(file)) {
            return HexFormat.of().formatHex(digest(in, end));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] digest(InputStream in, long end) throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        var chunk = new byte[CHUNK];
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            digest.update(chunk, 0, count);
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                throw new Unread("hashing it took too long");
            }
        }
        return digest.digest();
    }
}
