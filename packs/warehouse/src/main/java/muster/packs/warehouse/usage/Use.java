package muster.packs.warehouse.usage;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How a view was used.
///
/// @param times how often, as far as the log goes back
/// @param last when last, at the latest; null if nobody knows
/// @param by all who did, as far as the log names them
public record Use(long times, @Nullable Instant last, SortedSet<String> by) {
    /// Nobody did.
    public static final Use NONE = new Use(0, null, new TreeSet<>());

    public Use {
        by = Collections.unmodifiableSortedSet(new TreeSet<>(by));
    }

    static Use of(Statement statement) {
        var by = new TreeSet<String>();
        if (statement.by() != null) {
            by.add(statement.by());
        }
        return new Use(statement.times(), statement.last(), by);
    }

    /// Both together.
    Use and(Use other) {
        var all = new TreeSet<>(by);
        all.addAll(other.by);
        return new Use(times + other.times, later(last, other.last), all);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    /// Such as `3 times, last 2026-01-12T00:00:00Z by etl`.
    @Override
    public String toString() {
        if (times == 0 && last == null) {
            return "not used";
        }
        return "used %d times, last %s%s"
                .formatted(
                        times,
                        last == null ? "at an unknown time" : last,
                        by.isEmpty() ? "" : " by " + String.join(" ", by));
    }

    /// Whether it was used after an instant. A use whose time nobody knows may have been.
    public boolean isSince(Instant instant) {
        return last == null ? times > 0 : last.isAfter(instant);
    }
}
