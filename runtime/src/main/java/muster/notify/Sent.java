package muster.notify;

import java.time.Duration;

/// What became of an attempt to tell something.
public sealed interface Sent {

    /// It was told.
    record Delivered() implements Sent {}

    /// It may go better later.
    ///
    /// @param after to be tried no sooner than this; zero if the receiver asks for nothing
    record Later(String why, Duration after) implements Sent {}

    /// It never will.
    record Refused(String why) implements Sent {}
}
