package muster.schedule;

import java.util.Arrays;

/// Increasing numbers, and where a number would stand among them: the places are noted for every stretch of numbers, so
/// that only those within one stretch are searched.
final class Increasing {
    private final int shift;
    private long[] values = new long[8];
    private int count;

    /// How many values lie before the begin of each stretch, up to the one in which the last value lies.
    private int[] before = new int[8];

    private int stretches;

    /// @param shift a stretch has two to that power of numbers; best if few values lie in one
    Increasing(int shift) {
        this.shift = shift;
    }

    /// Adds a value that is larger than all before.
    void add(long value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count] = value;
        int last = (int) ((value - values[0]) >> shift);
        if (last >= before.length) {
            before = Arrays.copyOf(before, Math.max(last + 1, 2 * before.length));
        }
        while (stretches <= last) {
            before[stretches++] = count;
        }
        count++;
    }

    long get(int place) {
        return values[place];
    }

    /// The last place with a value that is not larger; -1 if there is none.
    int lastAtMost(long value) {
        if (count == 0 || value < values[0]) {
            return -1;
        }
        long stretch = (value - values[0]) >> shift;
        if (stretch >= stretches) {
            return count - 1;
        }
        int low = before[(int) stretch] - 1;
        int high = stretch + 1 < stretches ? before[(int) stretch + 1] : count;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            boolean more = values[middle] > value;
            high = more ? middle : high;
            low = more ? low : middle;
        }
        return low;
    }
}
