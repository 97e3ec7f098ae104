package muster.cli;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The clock of a run: the machine's, or what it is to show.
final class ClockOption {

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            hidden = true,
            converter = ShownTimeConverter.class,
            description = "the time it is")
    private @Nullable Instant at;

    /// True if it is to show another time than the machine's.
    boolean isShown() {
        return at != null;
    }

    InstantSource get() {
        return at == null ? InstantSource.system() : InstantSource.fixed(at);
    }
}
