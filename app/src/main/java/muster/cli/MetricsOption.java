package muster.cli;

import java.nio.file.Path;
import java.util.Map;
import muster.plan.Parsed;
import muster.wiring.Measuring;
import muster.wiring.desk.Setting;
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

    /// What the option names, opened; null if that is nothing.
    @Nullable
    Parsed<Measuring> open(Console console, Setting setting) {
        var chosen = file(console.environment());
        return chosen == null ? null : Measuring.open(setting.open(), setting::team, chosen, console.environment());
    }
}
