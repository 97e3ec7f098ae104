package muster.packs.warehouse.sql;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Numbers that an engine holds its users to.
///
/// @param columns of a table at most; null if nobody counts
/// @param changes of one name at most within `window`; null if nobody counts
/// @param listed relations on a page of a listing; null if a listing comes whole
/// @param billed bytes that each table read costs at the least
public record Limits(
        @Nullable Integer columns,
        @Nullable Integer changes,
        Duration window,
        @Nullable Integer listed,
        long billed) {

    /// Nobody counts.
    public static final Limits NONE = new Limits(null, null, Duration.ZERO, null, 0);
}
