package muster.cli;

import java.time.Instant;
import muster.charts.Look;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How drawings look.
final class LookOptions {
    @Option(
            names = "--theme",
            paramLabel = "THEME",
            description =
                    "of drawings: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}, as the reader's system is set")
    private Look.Theme theme = Look.Theme.AUTO;

    @Option(
            names = "--today",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "draws a line there; default: none")
    private @Nullable Instant today;

    Look look() {
        return new Look(theme, today);
    }
}
