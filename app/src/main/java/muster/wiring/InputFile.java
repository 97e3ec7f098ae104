package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.plan.Location;
import muster.plan.Problem;
import org.jspecify.annotations.Nullable;

/// Files that people name, read no further than anybody takes them.
final class InputFile {
    static final int MOST_BYTES = 64 * 1024 * 1024;

    private InputFile() {}

    /// All of it; of a larger one a byte more than [#MOST_BYTES], by which its reader sees that it is too large.
    ///
    /// @param folder what is said if it is a folder
    static byte[] bytes(Path file, String folder) throws IOException {
        if (Files.isDirectory(file)) {
            throw refused(file, folder, null);
        }
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES + 1);
        }
    }

    static UnreadableInput refused(Path file, String why, @Nullable String hint) {
        return new UnreadableInput(List.of(new Problem(new Location(file.toString(), 1, 1), why, hint)));
    }
}
