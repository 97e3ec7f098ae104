package muster.strips;

import java.util.Arrays;

/// Facts by value, smallest first; equal values in the order last in, first out. Small values lie in buckets, which is
/// faster; if values may be large, a binary heap orders them by value and then fact.
final class ValueQueue {
    /// Above this the buckets would be mostly empty.
    private static final long MOST_BUCKETS = 4_096;

    private final boolean bucketed;
    private int[][] bucket = new int[16][];
    private int[] filled = new int[16];
    private int current;
    private long[] key = new long[16];
    private int[] fact = new int[16];
    private int size;
    private long popped;

    /// @param largest the largest value that is to be expected in most cases
    ValueQueue(long largest) {
        bucketed = largest <= MOST_BUCKETS;
        current = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// The value of the fact popped last.
    long value() {
        return popped;
    }

    void clear() {
        if (bucketed && size > 0) {
            Arrays.fill(filled, 0);
        }
        current = 0;
        size = 0;
    }

    void push(long value, int what) {
        if (bucketed) {
            pushBucket((int) value, what);
        } else {
            pushHeap(value, what);
        }
        size++;
    }

    int pop() {
        size--;
        return bucketed ? popBucket() : popHeap();
    }

    private void pushBucket(int value, int what) {
        if (value >= bucket.length) {
            int length = Math.max(value + 1, bucket.length * 2);
            bucket = Arrays.copyOf(bucket, length);
            filled = Arrays.copyOf(filled, length);
        }
        int[] into = bucket[value];
        int at = filled[value]++;
        if (into == null || at == into.length) {
            into = into == null ? new int[8] : Arrays.copyOf(into, at * 2);
            bucket[value] = into;
        }
        into[at] = what;
        if (value < current) {
            current = value;
        }
    }

    private int popBucket() {
        int at = current;
        while (filled[at] == 0) {
            at++;
        }
        current = at;
        popped = at;
        return bucket[at][--filled[at]];
    }

    private void pushHeap(long value, int what) {
        if (size == key.length) {
            key = Arrays.copyOf(key, size * 2);
            fact = Arrays.copyOf(fact, size * 2);
        }
        int at = size;
        while (at > 0 && before(value, what, (at - 1) >>> 1)) {
            int parent = (at - 1) >>> 1;
            key[at] = key[parent];
            fact[at] = fact[parent];
            at = parent;
        }
        key[at] = value;
        fact[at] = what;
    }

    private int popHeap() {
        int top = fact[0];
        popped = key[0];
        long value = key[size];
        int what = fact[size];
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && before(key[child + 1], fact[child + 1], child)) {
                child++;
            }
            if (!before(key[child], fact[child], value, what)) {
                break;
            }
            key[at] = key[child];
            fact[at] = fact[child];
            at = child;
        }
        key[at] = value;
        fact[at] = what;
        return top;
    }

    private boolean before(long value, int what, int place) {
        return before(value, what, key[place], fact[place]);
    }

    private static boolean before(long value, int what, long otherValue, int other) {
        return value < otherValue || (value == otherValue && what < other);
    }
}
