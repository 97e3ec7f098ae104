package muster.schedule;

import java.util.Arrays;

/// How much of one capacity is free over time: a step function whose steps lie in chunks, each with its least and its
/// most, so that long stretches are passed over at once. Placing items one by one stays near-linear in their number.
final class FreeSteps {
    private static final int CHUNK = 256;

    private final Capacity capacity;
    private int chunks;
    private long[][] times = new long[4][];
    private long[][] frees = new long[4][];
    private int[] sizes = new int[4];
    /// Added to every free amount of a chunk.
    private long[] added = new long[4];

    private long[] least = new long[4];
    private long[] most = new long[4];

    FreeSteps(Capacity capacity) {
        this.capacity = capacity;
        clear();
    }

    /// Gives everything back.
    void clear() {
        chunks = 0;
        for (int from = 0; from < capacity.steps().length; from += CHUNK / 2) {
            int size = Math.min(CHUNK / 2, capacity.steps().length - from);
            openChunk(chunks);
            System.arraycopy(capacity.steps(), from, times[chunks - 1], 0, size);
            System.arraycopy(capacity.amounts(), from, frees[chunks - 1], 0, size);
            sizes[chunks - 1] = size;
            measure(chunks - 1);
        }
    }

    /// `from` if the amount fits in all the time until `until`; else the end of the last stretch of that time in which
    /// it does not, which is the first instant that can do better; the end of time if it never fits again.
    long freeFrom(long from, long until, long amount) {
        int chunk = chunkOf(from);
        int step = stepOf(chunk, from);
        long free = from;
        while (true) {
            long begin = times[chunk][step];
            if (begin >= until && free < begin) {
                return free;
            }
            if (step == 0 && most[chunk] + added[chunk] < amount) {
                chunk++;
                free = begin(chunk);
            } else if (step == 0 && least[chunk] + added[chunk] >= amount) {
                chunk++;
            } else {
                free = frees[chunk][step] + added[chunk] < amount ? end(chunk, step) : free;
                step++;
            }
            if (chunk < chunks && step == sizes[chunk]) {
                chunk++;
                step = 0;
            }
            if (chunk == chunks) {
                return free;
            }
        }
    }

    /// `until` if the amount fits in all the time from `from`; else the begin of the first stretch of that time
    /// in which it does not, which is the last instant by which something can do better.
    long freeUntil(long from, long until, long amount) {
        int chunk = chunkOf(from);
        int step = stepOf(chunk, from);
        while (chunk < chunks && times[chunk][step] < until) {
            if (frees[chunk][step] + added[chunk] < amount) {
                return blockedSince(chunk, step, amount);
            }
            step++;
            if (step == sizes[chunk]) {
                chunk++;
                step = 0;
            }
        }
        return until;
    }

    private long blockedSince(int inChunk, int atStep, long amount) {
        int chunk = inChunk;
        int step = atStep;
        long since = times[chunk][step];
        while (frees[chunk][step] + added[chunk] < amount) {
            boolean whole = step == sizes[chunk] - 1 && most[chunk] + added[chunk] < amount;
            step = whole ? 0 : step;
            since = times[chunk][step];
            if (step == 0 && chunk == 0) {
                return since;
            }
            chunk -= step == 0 ? 1 : 0;
            step = step == 0 ? sizes[chunk] - 1 : step - 1;
        }
        return since;
    }

    /// Takes an amount away from `from` on until `until`, which may be the end of time; a negative one is given back.
    void take(long from, long until, long amount) {
        if (from >= until) {
            return;
        }
        cut(from);
        if (until < Long.MAX_VALUE) {
            cut(until);
        }
        int first = chunkOf(from);
        int last = until == Long.MAX_VALUE ? chunks - 1 : chunkOf(until);
        for (int chunk = first; chunk <= last; chunk++) {
            int begin = chunk == first ? stepOf(chunk, from) : 0;
            int end = chunk == last && until < Long.MAX_VALUE ? stepOf(chunk, until) : sizes[chunk];
            takeIn(chunk, begin, end, amount);
        }
    }

    private void takeIn(int chunk, int begin, int end, long amount) {
        if (begin == 0 && end == sizes[chunk]) {
            added[chunk] -= amount;
            return;
        }
        for (int step = begin; step < end; step++) {
            frees[chunk][step] -= amount;
        }
        if (begin < end) {
            measure(chunk);
        }
    }

    private long begin(int chunk) {
        return chunk == chunks ? Long.MAX_VALUE : times[chunk][0];
    }

    private long end(int chunk, int step) {
        return step + 1 < sizes[chunk] ? times[chunk][step + 1] : begin(chunk + 1);
    }

    private int chunkOf(long time) {
        int low = 0;
        int high = chunks - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (times[middle][0] <= time) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private int stepOf(int chunk, long time) {
        int found = Arrays.binarySearch(times[chunk], 0, sizes[chunk], time);
        return found >= 0 ? found : -found - 2;
    }

    /// Lets a step begin at an instant.
    private void cut(long time) {
        int chunk = chunkOf(time);
        int step = stepOf(chunk, time);
        if (times[chunk][step] == time) {
            return;
        }
        if (sizes[chunk] == CHUNK) {
            split(chunk);
            cut(time);
            return;
        }
        int behind = sizes[chunk] - step - 1;
        System.arraycopy(times[chunk], step + 1, times[chunk], step + 2, behind);
        System.arraycopy(frees[chunk], step + 1, frees[chunk], step + 2, behind);
        times[chunk][step + 1] = time;
        frees[chunk][step + 1] = frees[chunk][step];
        sizes[chunk]++;
    }

    private void split(int chunk) {
        openChunk(chunk + 1);
        int half = CHUNK / 2;
        System.arraycopy(times[chunk], half, times[chunk + 1], 0, CHUNK - half);
        System.arraycopy(frees[chunk], half, frees[chunk + 1], 0, CHUNK - half);
        sizes[chunk] = half;
        sizes[chunk + 1] = CHUNK - half;
        added[chunk + 1] = added[chunk];
        measure(chunk);
        measure(chunk + 1);
    }

    /// Makes room for a chunk at a place; arrays that are no longer in use are used again.
    private void openChunk(int at) {
        if (chunks == sizes.length) {
            times = Arrays.copyOf(times, 2 * chunks);
            frees = Arrays.copyOf(frees, 2 * chunks);
            sizes = Arrays.copyOf(sizes, 2 * chunks);
            added = Arrays.copyOf(added, 2 * chunks);
            least = Arrays.copyOf(least, 2 * chunks);
            most = Arrays.copyOf(most, 2 * chunks);
        }
        long[] spareTimes = times[chunks] == null ? new long[CHUNK] : times[chunks];
        long[] spareFrees = frees[chunks] == null ? new long[CHUNK] : frees[chunks];
        int behind = chunks - at;
        System.arraycopy(times, at, times, at + 1, behind);
        System.arraycopy(frees, at, frees, at + 1, behind);
        System.arraycopy(sizes, at, sizes, at + 1, behind);
        System.arraycopy(added, at, added, at + 1, behind);
        System.arraycopy(least, at, least, at + 1, behind);
        System.arraycopy(most, at, most, at + 1, behind);
        times[at] = spareTimes;
        frees[at] = spareFrees;
        sizes[at] = 0;
        added[at] = 0;
        chunks++;
    }

    private void measure(int chunk) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (int step = 0; step < sizes[chunk]; step++) {
            low = Math.min(low, frees[chunk][step]);
            high = Math.max(high, frees[chunk][step]);
        }
        least[chunk] = low;
        most[chunk] = high;
    }
}
