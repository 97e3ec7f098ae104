package muster.desk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/// Values as people write them, in a field of a call or an option of a command. What is no such value is refused in
/// words that say how it would look, where the JDK names its classes.
public final class Written {
    private Written() {}

    /// @throws IllegalArgumentException if the text is none
    public static long whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("must be a whole number, got '" + text + "'");
        }
    }

    /// @throws IllegalArgumentException if the text is none
    public static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("must be a duration such as PT15M or PT1H30M, got '" + text + "'");
        }
    }

    /// @throws IllegalArgumentException if the text is none
    public static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("must be an instant such as 2025-12-14T09:00:00Z, got '" + text + "'");
        }
    }
}
