package muster.clouds.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run of a deployed job.
///
/// @param words the service's own for how it ended
/// @param ended none while it runs
record JobRun(
        String id,
        Ending ending,
        String words,
        Instant started,
        @Nullable Instant ended) {
    enum Ending {
        WELL,
        BADLY,
        NOT_YET
    }
}
