package muster.strips;

import java.util.Arrays;

/// Nodes of a search by two numbers, smallest first; nodes with both alike come in the order said. Each pair of numbers
/// has a bucket; a binary heap orders the buckets that hold something.
final class OpenList {
    /// Which of two nodes with the same numbers comes first.
    enum Ties {
        LAST_IN,
        FIRST_IN
    }

    /// Room for the smallest searches, which are over sooner than more is cleared.
    private static final int FEW = 16;

    private final Ties ties;
    private long[] first = new long[FEW];
    private long[] second = new long[FEW];
    private int[] head = new int[FEW];
    private int[] tail = new int[FEW];
    private int buckets;
    private int[] table = new int[0];
    private int[] heap = new int[FEW];
    private int waiting;
    private int[] node = new int[FEW];
    private int[] next = new int[FEW];
    private int entries;
    private int free = -1;
    private long poppedFirst;

    OpenList(Ties ties) {
        this.ties = ties;
    }

    boolean isEmpty() {
        return waiting == 0;
    }

    /// The first number of the node popped last.
    long first() {
        return poppedFirst;
    }

    void push(long one, long two, int what) {
        int bucket = bucket(one, two);
        int entry = entry();
        node[entry] = what;
        next[entry] = -1;
        if (head[bucket] < 0) {
            enter(bucket);
            head[bucket] = entry;
            tail[bucket] = entry;
        } else if (ties == Ties.LAST_IN) {
            next[entry] = head[bucket];
            head[bucket] = entry;
        } else {
            next[tail[bucket]] = entry;
            tail[bucket] = entry;
        }
    }

    int pop() {
        int bucket = heap[0];
        poppedFirst = first[bucket];
        int entry = head[bucket];
        head[bucket] = next[entry];
        next[entry] = free;
        free = entry;
        if (head[bucket] < 0) {
            leave();
        }
        return node[entry];
    }

    private int entry() {
        if (free >= 0) {
            int entry = free;
            free = next[entry];
            return entry;
        }
        if (entries == node.length) {
            node = Arrays.copyOf(node, entries * 2);
            next = Arrays.copyOf(next, entries * 2);
        }
        return entries++;
    }

    private int bucket(long one, long two) {
        return table.length == 0 ? bucketAmongFew(one, two) : bucketInTable(one, two);
    }

    /// The latest are asked for most.
    private int bucketAmongFew(long one, long two) {
        for (int bucket = buckets - 1; bucket >= 0; bucket--) {
            if (first[bucket] == one && second[bucket] == two) {
                return bucket;
            }
        }
        if (buckets == FEW) {
            table = new int[FEW];
            grow();
            return bucketInTable(one, two);
        }
        return open(one, two);
    }

    private int bucketInTable(long one, long two) {
        int mask = table.length - 1;
        int place = hash(one, two) & mask;
        while (table[place] != 0) {
            int bucket = table[place] - 1;
            if (first[bucket] == one && second[bucket] == two) {
                return bucket;
            }
            place = (place + 1) & mask;
        }
        if (buckets == head.length) {
            first = Arrays.copyOf(first, buckets * 2);
            second = Arrays.copyOf(second, buckets * 2);
            head = Arrays.copyOf(head, buckets * 2);
            tail = Arrays.copyOf(tail, buckets * 2);
        }
        int bucket = open(one, two);
        table[place] = buckets;
        if (buckets * 2 > table.length) {
            grow();
        }
        return bucket;
    }

    private int open(long one, long two) {
        first[buckets] = one;
        second[buckets] = two;
        head[buckets] = -1;
        return buckets++;
    }

    private void grow() {
        table = new int[table.length * 2];
        int mask = table.length - 1;
        for (int bucket = 0; bucket < buckets; bucket++) {
            int place = hash(first[bucket], second[bucket]) & mask;
            while (table[place] != 0) {
                place = (place + 1) & mask;
            }
            table[place] = bucket + 1;
        }
    }

    private static int hash(long one, long two) {
        long hash = (one * 0x9E3779B97F4A7C15L ^ two) * 0xBF58476D1CE4E5B9L;
        return (int) (hash ^ hash >>> 32);
    }

    private void enter(int bucket) {
        if (waiting == heap.length) {
            heap = Arrays.copyOf(heap, waiting * 2);
        }
        int at = waiting++;
        while (at > 0 && before(bucket, heap[(at - 1) >>> 1])) {
            heap[at] = heap[(at - 1) >>> 1];
            at = (at - 1) >>> 1;
        }
        heap[at] = bucket;
    }

    private void leave() {
        int last = heap[--waiting];
        int at = 0;
        for (int child = 1; child < waiting; child = 2 * at + 1) {
            if (child + 1 < waiting && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], last)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = last;
    }

    private boolean before(int one, int other) {
        return first[one] < first[other] || (first[one] == first[other] && second[one] < second[other]);
    }
}
