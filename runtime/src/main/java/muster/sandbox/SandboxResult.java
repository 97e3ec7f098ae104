package muster.sandbox;

import java.time.Duration;
import java.util.List;

/// How a sandboxed command ended.
public sealed interface SandboxResult {

    /// It ended by itself.
    ///
    /// @param filesChanged files of the copy that were created, changed or removed, relative to the project, sorted
    record Finished(int exit, String stdout, String stderr, Duration took, List<String> filesChanged)
            implements SandboxResult {
        public Finished {
            filesChanged = List.copyOf(filesChanged);
        }
    }

    /// It ran longer than allowed and was killed.
    record TimedOut(Duration after) implements SandboxResult {}

    /// It was not run at all: there is no sandbox here, or the project cannot be copied into one.
    record NotAvailable(String why) implements SandboxResult {}
}
