package muster.cli;

import java.io.IOException;
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

    /// Does it, and brings what comes meanwhile.
    Exit during(Console console, OpenPlace open, Aside.Work work) throws IOException, InterruptedException {
        var chosen = file(console.environment());
        if (chosen == null) {
            return work.done();
        }
        return switch (Notifying.open(open, chosen, console.environment())) {
            case Parsed.Failed<Notifying>(var problems) -> console.refuse(problems);
            case Parsed.Ok<Notifying>(var notifying) -> {
                try (notifying;
                        var _ = notifying.begin()) {
                    yield work.done();
                }
            }
        };
    }
}
