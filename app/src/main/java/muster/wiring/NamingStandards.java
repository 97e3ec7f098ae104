package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.packs.warehouse.naming.NamingFile;
import muster.packs.warehouse.naming.NamingStandard;
import muster.plan.Location;
import muster.plan.Parsed;
import muster.plan.Problem;
import muster.yaml.FileText;
import org.jspecify.annotations.Nullable;

/// Naming standards by name or file.
public final class NamingStandards {
    /// A million names of 64 letters.
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final NamingStandard M008 = NamingStandard.m008();

    private NamingStandards() {}

    /// @param word the name of the standard that comes with Muster, or the path of a rule file
    /// @throws UnreadableInput if the file has mistakes
    public static NamingStandard of(String word) throws IOException {
        return word.equals(M008.name()) ? M008 : value(NamingFile.read(word, text(Path.of(word))));
    }

    /// The text of a file in UTF-8.
    ///
    /// @throws UnreadableInput if it is a folder, larger than 64 MiB, or no text in UTF-8
    static String text(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw refused(file, "it is a folder, a file is expected", null);
        }
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw refused(file, "the file is larger than " + MOST_BYTES / 1024 / 1024 + " MiB", "Maybe split it");
            }
            return value(FileText.read(file.toString(), bytes));
        }
    }

    private static UnreadableInput refused(Path file, String why, @Nullable String hint) {
        return new UnreadableInput(List.of(new Problem(new Location(file.toString(), 1, 1), why, hint)));
    }

    /// What was read, if it was read without a problem.
    static <T> T value(Parsed<T> parsed) throws UnreadableInput {
        return switch (parsed) {
            case Parsed.Ok<T>(var value) -> value;
            case Parsed.Failed<T>(List<Problem> problems) -> throw new UnreadableInput(problems);
        };
    }
}
