package muster.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import muster.plan.Location;
import muster.plan.Problem;
import org.jspecify.annotations.Nullable;

/// Reads files up to the largest size a plan file may have; larger ones are refused unread.
final class FileBytes {
    private FileBytes() {}

    static byte @Nullable [] read(Path file, Reading reading) {
        return read(file, FileText.MOST_BYTES, reading);
    }

    /// Null once it has been recorded that the file has more bytes than that or cannot be read.
    static byte @Nullable [] read(Path file, int most, Reading reading) {
        var start = new Location(file.toString(), 1, 1);
        reading.opened(file.toString());
        try {
            if (Files.size(file) > most) {
                reading.add(FileText.tooLarge(file.toString()));
                return null;
            }
            return Files.isRegularFile(file) ? Files.readAllBytes(file) : bytes(file);
        } catch (NoSuchFileException _) {
            reading.add(Problem.at(start, "there is no such file"));
        } catch (IOException e) {
            var reason =
                    Files.isDirectory(file) ? "it is a folder" : e.getClass().getSimpleName();
            reading.add(Problem.at(start, "the file cannot be read: " + reason));
        }
        return null;
    }

    /// Pipes and devices have no size of their own, so what is read is limited.
    private static byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(FileText.MOST_BYTES + 1);
        }
    }
}
