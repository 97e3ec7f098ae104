package muster.packs.warehouse.usage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A statement that was carried out.
///
/// @param by who; null if the log does not say
/// @param times how often
/// @param last when last; null if the log does not say
public record Statement(
        String text,
        @Nullable String by,
        long times,
        @Nullable Instant last) {}
