package muster.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import muster.packs.warehouse.naming.NamingFile;
import muster.packs.warehouse.naming.NamingStandard;
import muster.plan.Parsed;
import muster.plan.Problem;
import muster.yaml.FileText;

/// Naming standards by name or file.
public final class NamingStandards {
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
        var bytes = InputFile.bytes(file, "it is a folder, a file is expected");
        if (bytes.length > InputFile.MOST_BYTES) {
            throw InputFile.refused(file, "the file is larger than 64 MiB", "Maybe split it");
        }
        return value(FileText.read(file.toString(), bytes));
    }

    /// What was read, if it was read without a problem.
    static <T> T value(Parsed<T> parsed) throws UnreadableInput {
        return switch (parsed) {
            case Parsed.Ok<T>(var value) -> value;
            case Parsed.Failed<T>(List<Problem> problems) -> throw new UnreadableInput(problems);
        };
    }
}
