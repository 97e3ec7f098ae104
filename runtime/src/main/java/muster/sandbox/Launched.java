package muster.sandbox;

import java.time.Duration;

/// How a process ended.
public sealed interface Launched {

    /// It ended by itself.
    ///
    /// @param exit its status; 128 and the signal's number if it was killed
    /// @param stdout at most [Launcher#OUTPUT_LIMIT] bytes, decoded as UTF-8
    /// @param stderr at most as much
    record Ended(int exit, String stdout, String stderr, Duration took) implements Launched {}

    /// It ran longer than allowed and was killed with everything it had started.
    record Overran(String stdout, String stderr, Duration took) implements Launched {}

    /// It could not be started, as a rule because there is no such program.
    record NotStarted(String why) implements Launched {}
}
