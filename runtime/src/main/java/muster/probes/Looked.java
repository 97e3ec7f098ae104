package muster.probes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import muster.audit.InputDigest;
import muster.json.Sha256;

/// What stood at a path of the workspace.
sealed interface Looked {

    /// The path relative to the root, with `/` between its parts.
    String path();

    /// An ordinary file, read whole.
    record Found(String path, ByteBuffer content, Instant modified) implements Looked {
        byte[] bytes() {
            var bytes = new byte[content.remaining()];
            content.duplicate().get(bytes);
            return bytes;
        }

        boolean isEmpty() {
            return !content.hasRemaining();
        }

        String text() {
            return StandardCharsets.UTF_8.decode(content.duplicate()).toString();
        }

        InputDigest digest() {
            return new InputDigest(path, Sha256.of(bytes()));
        }

        long lines() {
            return text().lines().count();
        }
    }

    /// Nothing is there.
    record Absent(String path) implements Looked {}

    /// Something is there that must not be read: it lies outside the root, is too large, or is no ordinary file.
    record Refused(String path, String why) implements Looked {}
}
