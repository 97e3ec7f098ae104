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
            var bytes = Files.isRegularFile(file) ? regular(file, most) : device(file);
            if (bytes == null) {
                reading.add(FileText.tooLarge(file.toString()));
            }
            return bytes;
        } catch (NoSuchFileException _) {
            reading.add(Problem.at(start, "there is no such file"));
        } catch (IOException e) {
            var reason =
                    Files.isDirectory(file) ? "it is a folder" : e.getClass().getSimpleName();
            reading.add(Problem.at(start, "the file cannot be read: " + reason));
        }
        return null;
    }

    private static byte @Nullable [] regular(Path file, int most) throws IOException {
        return Files.size(file) > most ? null : Files.readAllBytes(file);
    }

    /// Pipes and devices have no size of their own, so what is read is limited: a part of a plan is no plan.
    private static byte @Nullable [] device(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(FileText.MOST_BYTES + 1);
            return bytes.length > FileText.MOST_BYTES ? null : bytes;
        }
    }
}
