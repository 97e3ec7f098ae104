package muster.schedule;

import java.util.Arrays;

/// Who gives room back at which instant, in open slots.
final class Givers {
    /// Spreads keys that differ only in their last bits. Source: 2^64 divided by the golden ratio (Knuth 1973).
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    static final int NOBODY = -1;

    private long[] time = new long[64];
    private int[] capacity = new int[64];
    private int[] giver = nobody(64);
    private int count;

    /// Notes the item unless another gives back that capacity at that instant.
    void add(int item, int which, long when) {
        if (4 * count >= 3 * giver.length) {
            grow();
        }
        int slot = slot(which, when);
        if (giver[slot] == NOBODY) {
            put(slot, item, which, when);
            count++;
        }
    }

    /// The item, or [#NOBODY].
    int at(int which, long when) {
        return giver[slot(which, when)];
    }

    private void put(int slot, int item, int which, long when) {
        time[slot] = when;
        capacity[slot] = which;
        giver[slot] = item;
    }

    private void grow() {
        long[] times = time;
        int[] capacities = capacity;
        int[] givers = giver;
        time = new long[2 * times.length];
        capacity = new int[time.length];
        giver = nobody(time.length);
        for (int old = 0; old < givers.length; old++) {
            if (givers[old] != NOBODY) {
                put(slot(capacities[old], times[old]), givers[old], capacities[old], times[old]);
            }
        }
    }

    /// The slot of a capacity and an instant, or the open one where they would stand.
    private int slot(int which, long when) {
        int slot = (int) (((when * 31 + which) * SPREAD) >>> (Integer.numberOfLeadingZeros(giver.length) + 33));
        while (giver[slot] != NOBODY && (time[slot] != when || capacity[slot] != which)) {
            slot = slot + 1 == giver.length ? 0 : slot + 1;
        }
        return slot;
    }

    private static int[] nobody(int size) {
        int[] slots = new int[size];
        Arrays.fill(slots, NOBODY);
        return slots;
    }
}
