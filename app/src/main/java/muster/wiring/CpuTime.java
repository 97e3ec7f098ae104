package muster.wiring;

import java.time.Duration;
import java.time.Instant;

/// CPU time of this process: all its threads, from its start. On a shared machine it says what was worked, while the
/// clock also measures the neighbours.
public final class CpuTime {
    private CpuTime() {}

    /// What was used until now, in steps of a hundredth of a second; where the system does not tell, the time since the
    /// start by the clock.
    public static Duration used() {
        var info = ProcessHandle.current().info();
        return info.totalCpuDuration()
                .orElseGet(() -> info.startInstant()
                        .map(start -> Duration.between(start, Instant.now()))
                        .orElse(Duration.ZERO));
    }
}
