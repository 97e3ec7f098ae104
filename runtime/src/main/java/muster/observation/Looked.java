package muster.observation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import muster.audit.InputDigest;
import muster.json.Sha256;

/// What stood at a path of the workspace.
public sealed interface Looked {

    /// The path relative to the root, with `/` between its parts.
    String path();

    /// An ordinary file, read whole.
    record Found(String path, ByteBuffer content, Instant modified) implements Looked {
        public byte[] bytes() {
            var bytes = new byte[content.remaining()];
            content.duplicate().get(bytes);
            return bytes;
        }

        public boolean isEmpty() {
            return !content.hasRemaining();
        }

        public String text() {
            return StandardCharsets.UTF_8.decode(content.duplicate()).toString();
        }

        public InputDigest digest() {
            return new InputDigest(path, Sha256.of(bytes()));
        }

        public long lines() {
            return text().lines().count();
        }
    }

    /// An ordinary file that is too large to be read whole: it is there, and more is not looked at.
    ///
    /// @param size in bytes
    record Large(String path, long size, Instant modified) implements Looked {
        /// Why nothing more is known of it.
        public String why() {
            return "it has " + size + " bytes, too many to be read";
        }
    }

    /// Nothing is there.
    record Absent(String path) implements Looked {}

    /// Something is there that must not be read: it lies outside the root or is no ordinary file.
    record Refused(String path, String why) implements Looked {}
}
