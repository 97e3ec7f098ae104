package muster.packs.warehouse.sql;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Numbers that an engine holds its users to.
///
/// @param columns of a table at most; null if nobody counts
/// @param changes of one name at most within `window`; null if nobody counts
/// @param billed bytes that each table read costs at the least
public record Limits(@Nullable Integer columns, @Nullable Integer changes, Duration window, long billed) {

    /// Nobody counts.
    public static final Limits NONE = new Limits(null, null, Duration.ZERO, 0);

    /// Whether a table may have so many columns.
    public boolean allows(int width) {
        return columns == null || width <= columns;
    }
}
