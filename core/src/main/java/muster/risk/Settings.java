package muster.risk;

/// How a network is simulated. The result depends on the seed and the number of iterations, not on the threads.
///
/// @param iterations at most, from 1 to 10 million
/// @param threads that work at the same time, from 1 to 256
/// @param stop when it may end before
public record Settings(long seed, int iterations, int threads, Stop stop) {
    /// Enough for a 95 % interval of half a percentage point on each side, whatever the probability (38,416), in
    /// whole rounds.
    public static final int STANDARD_ITERATIONS = 40_960;

    /// No figure needs more.
    public static final int MOST_ITERATIONS = 10_000_000;

    /// More than any machine has cores for.
    public static final int MOST_THREADS = 256;

    /// When a simulation ends.
    public enum Stop {
        /// After all iterations.
        AT_THE_END,
        /// As soon as the 95 % interval of each probability that was asked for is at most half a percentage
        /// point wide on each side, looked at after each round.
        WHEN_PRECISE
    }

    public Settings {
        if (iterations < 1 || iterations > MOST_ITERATIONS) {
            throw new IllegalArgumentException(
                    "iterations must be between 1 and " + MOST_ITERATIONS + ", got " + iterations);
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("threads must be between 1 and " + MOST_THREADS + ", got " + threads);
        }
    }
}
