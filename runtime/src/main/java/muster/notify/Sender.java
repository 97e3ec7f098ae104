package muster.notify;

import java.time.Duration;
import muster.storage.Delivery;

/// Tells something by one channel. What is told twice has the same key. May be called from any thread.
interface Sender {
    /// Longest time of one attempt.
    Duration LONGEST = Duration.ofSeconds(10);

    /// Tells it, within [#LONGEST].
    Sent send(Delivery delivery) throws InterruptedException;
}
