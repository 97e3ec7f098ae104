package muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import muster.plan.Parsed;
import muster.wiring.Measuring;
import muster.wiring.MeasuringRounds;
import muster.wiring.OpenPlace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that has metrics measured for which gates wait.
final class MetricsOption {
    private static final String VARIABLE = "MUSTER_METRICS";

    @Option(
            names = "--metrics",
            paramLabel = "FILE",
            description = "says where the metrics come from that gates wait for; default: MUSTER_METRICS, else they are"
                    + " told by hand")
    private @Nullable Path file;

    /// Null if metrics are told by hand.
    @Nullable
    Path file(Map<String, String> environment) {
        return NamedFile.of(file, environment, VARIABLE);
    }

    /// Does it, and measures meanwhile.
    Exit during(Console console, OpenPlace open, Aside.Work work) throws IOException, InterruptedException {
        var chosen = file(console.environment());
        if (chosen == null) {
            return work.done();
        }
        return switch (Measuring.open(open, chosen, console.environment())) {
            case Parsed.Failed<Measuring>(var problems) -> console.refuse(problems);
            case Parsed.Ok<Measuring>(var measuring) -> {
                try (measuring;
                        var _ = MeasuringRounds.begin(measuring, open.clock())) {
                    yield work.done();
                }
            }
        };
    }
}
