package muster.packs.warehouse.usage;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A statement that was carried out.
///
/// @param by who; null if the log does not say
/// @param times how often
/// @param last when last; null if the log does not say
/// @param read relations that the engine itself says were read, besides those that the text names
public record Statement(
        String text,
        @Nullable String by,
        long times,
        @Nullable Instant last,
        Set<String> read) {

    public Statement {
        read = Set.copyOf(read);
    }

    /// One of a log that does not say what was read.
    Statement(String text, @Nullable String by, long times, @Nullable Instant last) {
        this(text, by, times, last, Set.of());
    }
}
