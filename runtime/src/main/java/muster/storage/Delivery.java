package muster.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A notice on its way by one channel.
///
/// @param key of the notice; the same each time it is tried
/// @param channel name of the channel
/// @param due not to be tried before; null if it is not tried any more
/// @param attempts how often it was begun
/// @param body what is told, as JSON
/// @param why why the last attempt failed; empty if none did
public record Delivery(String key, String channel, @Nullable Instant due, int attempts, String body, String why) {

    /// One that nobody has tried.
    public static Delivery of(String key, String channel, Instant due, String body) {
        return new Delivery(key, channel, due, 0, body, "");
    }
}
