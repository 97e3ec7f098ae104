package muster.wiring;

import java.time.Duration;

/// How long a search may go on.
public sealed interface Effort {

    /// Until so many schedules have been generated: the same outcome on every machine.
    record Schedules(long count) implements Effort {}

    /// Until this process has used so much processor time, on all cores together.
    record CpuTime(Duration budget) implements Effort {}
}
