package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.packs.warehouse.naming.NamingFile;
import muster.packs.warehouse.naming.NamingStandard;
import muster.plan.Parsed;
import muster.plan.Problem;

/// Naming standards by name or file.
public final class NamingStandards {
    private static final NamingStandard M008 = NamingStandard.m008();

    private NamingStandards() {}

    /// @param word the name of the standard that comes with Muster, or the path of a rule file
    /// @throws UnreadableInput if the file has mistakes
    public static NamingStandard of(String word) throws IOException {
        return word.equals(M008.name()) ? M008 : value(NamingFile.read(word, Files.readString(Path.of(word))));
    }

    /// What was read, if it was read without a problem.
    static <T> T value(Parsed<T> parsed) throws UnreadableInput {
        return switch (parsed) {
            case Parsed.Ok<T>(var value) -> value;
            case Parsed.Failed<T>(List<Problem> problems) -> throw new UnreadableInput(problems);
        };
    }
}
