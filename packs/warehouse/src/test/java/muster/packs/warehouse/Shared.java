package muster.packs.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// The facts of the project behind the seeds, where they are present.
public final class Shared {

    private Shared() {}

    /// Lines of a file below the shared folder, without the header.
    public static List<String> lines(String file) {
        try {
            return Files.readAllLines(path(file)).stream()
                    .skip(1)
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path path(String file) {
        var folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("shared").resolve(file))) {
            folder = folder.getParent();
        }
        Assumptions.assumeTrue(folder != null, "the folder 'shared' is absent");
        return folder.resolve("shared").resolve(file);
    }
}
