package muster.schedule;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// How much of one capacity is in use over time.
final class Usage {
    private final long amount;
    private final TreeMap<Long, Long> levels = new TreeMap<>(Map.of(Long.MIN_VALUE, 0L));

    Usage(long amount) {
        this.amount = amount;
    }

    /// `from` if `more` fits in all the time until `until`; else the end of the last stretch of that time in which it
    /// does
    /// not, which is the first instant that can do better.
    long freeFrom(long from, long until, long more) {
        long free = from;
        for (var level : levels.tailMap(floor(from), true).entrySet()) {
            if (level.getKey() >= until && free < level.getKey()) {
                return free;
            }
            if (level.getValue() + more > amount) {
                free = end(level.getKey());
            }
        }
        return free;
    }

    private long floor(long time) {
        return Objects.requireNonNull(levels.floorKey(time));
    }

    private long end(long key) {
        return Objects.requireNonNull(levels.higherKey(key), "more is taken than there is");
    }

    /// `until` if `more` fits in all the time from `from`; else the begin of the first stretch of that time in which it
    /// does
    /// not, which is the last instant by which something can do better.
    long freeUntil(long from, long until, long more) {
        for (long key = floor(from); key < until; key = end(key)) {
            if (level(key) + more > amount) {
                return overfullSince(key, more);
            }
            if (levels.higherKey(key) == null) {
                return until;
            }
        }
        return until;
    }

    private long overfullSince(long key, long more) {
        long since = key;
        while (level(since - 1) + more > amount) {
            since = floor(since - 1);
        }
        return since;
    }

    void take(long from, long until, long more) {
        levels.put(from, level(from));
        levels.put(until, level(until));
        levels.subMap(from, true, until, false).replaceAll((_, level) -> level + more);
    }

    private long level(long time) {
        return Objects.requireNonNull(levels.get(floor(time)));
    }
}
