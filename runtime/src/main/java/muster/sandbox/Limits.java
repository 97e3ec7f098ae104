package muster.sandbox;

import java.time.Duration;

/// What a sandboxed process may use. The kernel enforces all but the wall limit (`prlimit`).
///
/// @param wall time by the clock
/// @param cpu processor time, whole seconds
/// @param memoryBytes address space of each process
/// @param processes processes and threads
/// @param fileBytes size of any file it writes
/// @param projectBytes size of a project that is still copied for it
public record Limits(Duration wall, Duration cpu, long memoryBytes, int processes, long fileBytes, long projectBytes) {

    /// For `--help` and dry runs: scripts answer these within a second; ten times as much is allowed on a busy machine.
    public static final Limits BRIEF =
            new Limits(Duration.ofSeconds(20), Duration.ofSeconds(10), 2L << 30, 256, 16L << 20, 256L << 20);

    /// The same limits with another wall limit.
    public Limits within(Duration other) {
        return new Limits(other, cpu, memoryBytes, processes, fileBytes, projectBytes);
    }
}
