package muster.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How a sandboxed command ended.
public sealed interface SandboxResult {

    /// It ended by itself, or by a limit other than that of time.
    ///
    /// @param exit its status; 128 and the signal's number if it was killed
    /// @param filesChanged files of the copy that were created, changed or removed, relative to the project;
    /// at most a thousand are named
    /// @param exhausted the limits it ran into
    /// @param brought what was to be handed out and was there; nothing if all of it was too much
    record Finished(
            int exit,
            String stdout,
            String stderr,
            Duration took,
            List<String> filesChanged,
            Set<Exhausted> exhausted,
            List<Brought> brought)
            implements SandboxResult {
        public Finished {
            filesChanged = List.copyOf(filesChanged);
            exhausted = Set.copyOf(exhausted);
            brought = List.copyOf(brought);
        }

        /// One of which nothing was handed out.
        public Finished(
                int exit,
                String stdout,
                String stderr,
                Duration took,
                List<String> filesChanged,
                Set<Exhausted> exhausted) {
            this(exit, stdout, stderr, took, filesChanged, exhausted, List.of());
        }
    }

    /// It ran longer than allowed and was killed with everything it had started.
    record TimedOut(Duration after) implements SandboxResult {
        /// The time as people read it, such as `20.0 s`.
        public String told() {
            return String.format(Locale.ROOT, "%.1f s", after.toMillis() / 1000.0);
        }
    }

    /// It was not run at all: there is no sandbox here, or the project cannot be copied into one.
    record NotAvailable(String why) implements SandboxResult {}
}
