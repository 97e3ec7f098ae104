package muster.sandbox;

import java.time.Duration;

/// What a sandboxed command may use. The kernel enforces all but the wall limit and the memory of all processes
/// together, which the sandbox's first process looks at ten times a second.
///
/// @param wall time by the clock
/// @param cpu processor time of each process, whole seconds
/// @param memoryBytes address space of each process, and memory of all together
/// @param processes processes and threads
/// @param fileBytes size of any file it writes
/// @param projectBytes size of a project that is still copied for it
/// @param diskBytes room for the copy and for what is written beside it; temporary files have a quarter of it
/// besides
/// @param openFiles files and connections that a process holds open at once
public record Limits(
        Duration wall,
        Duration cpu,
        long memoryBytes,
        int processes,
        long fileBytes,
        long projectBytes,
        long diskBytes,
        int openFiles) {

    /// For `--help` and dry runs: scripts answer these within a second; ten times as much is allowed on a busy
    /// machine.
    public static final Limits BRIEF = new Limits(
            Duration.ofSeconds(20), Duration.ofSeconds(10), 2L << 30, 256, 16L << 20, 256L << 20, 384L << 20, 256);

    /// The same limits with another wall limit.
    public Limits within(Duration other) {
        return new Limits(other, cpu, memoryBytes, processes, fileBytes, projectBytes, diskBytes, openFiles);
    }
}
