package muster.pddl;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A PDDL file's text.
///
/// @param name the path as the user gave it
public record PddlText(String name, String text) {
    /// Larger than any instance in use; its expressions fit into the usual heap.
    static final int MOST_BYTES = 64 * 1024 * 1024;

    /// Reads a file. Old files are not always UTF-8; what is not is taken to be Latin-1, which only comments notice.
    ///
    /// @throws IOException if it is not there, cannot be read, or is larger than 64 MiB
    public static PddlText of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(file + " is larger than " + MOST_BYTES / 1024 / 1024 + " MiB");
            }
            return new PddlText(file.toString(), decoded(bytes));
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
