package muster.packs.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The facts of the warehouse that the example carries.
public final class Facts {

    private Facts() {}

    /// The name of every table.
    public static List<String> tables() {
        try {
            return Files.readAllLines(folder().resolve("tables.csv")).stream()
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("examples/m008/facts"))) {
            folder = folder.getParent();
        }
        return folder.resolve("examples/m008/facts");
    }
}
