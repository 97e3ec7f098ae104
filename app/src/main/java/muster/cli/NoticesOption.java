package muster.cli;

import java.nio.file.Path;
import java.util.Map;
import muster.plan.Parsed;
import muster.wiring.Notifying;
import muster.wiring.OpenPlace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that has people and programs told of what concerns them.
final class NoticesOption {
    private static final String VARIABLE = "MUSTER_NOTICES";

    @Option(
            names = "--notices",
            paramLabel = "FILE",
            description = "says by which channels whom to tell what; default: MUSTER_NOTICES, else nobody is told")
    private @Nullable Path file;

    /// Null if nobody is told.
    @Nullable
    Path file(Map<String, String> environment) {
        return NamedFile.of(file, environment, VARIABLE);
    }

    /// What the option names, opened; null if that is nothing.
    @Nullable
    Parsed<Notifying> open(Console console, OpenPlace open) {
        var chosen = file(console.environment());
        return chosen == null ? null : Notifying.open(open, chosen, console.environment());
    }
}
