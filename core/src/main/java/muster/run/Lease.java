package muster.run;

import java.time.Duration;

/// How long a claim lasts without a word of the agent.
public final class Lease {
    /// Lease of a claim that asks for none: longer than most single steps of a coding agent, short enough that a dead
    /// one costs no half day.
    public static final Duration USUAL = Duration.ofMinutes(15);

    /// Shortest lease that may be asked for; below it the way to the journal would use it up.
    public static final Duration SHORTEST = Duration.ofSeconds(10);

    /// Longest lease that may be asked for: a working day.
    public static final Duration LONGEST = Duration.ofHours(8);

    /// An agent that was silent for so long counts as dead once its lease is over: three missed heartbeats, one every
    /// minute and a half.
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    /// An attempt that is lost so often in a row is not begun again until somebody said so. Queues of messages
    /// give up after five to a hundred (Google Pub/Sub, dead-letter topics); an operator who ends the same process
    /// a few times is not to be asked.
    public static final int MOST_LOSSES = 10;

    private Lease() {}
}
