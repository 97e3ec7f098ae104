package muster.packs.bigquery;

import java.time.Duration;

/// How time passes between two looks at a job, or two tries.
@FunctionalInterface
interface Waiting {
    void pause(Duration time) throws InterruptedException;

    /// For real.
    static Waiting real() {
        return Thread::sleep;
    }
}
