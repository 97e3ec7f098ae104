package muster.strips;

import java.util.Arrays;

/// The cuts of the states evaluated last, so that the evaluation of a successor can begin with those that its operator
/// is not in (incremental LM-cut, Pommerening and Helmert, ICAPS 2013). A ring: the oldest are overwritten.
final class CutStore {
    /// 16 MiB; some ten thousand states of a task with a hundred operators.
    private static final int SIZE = 1 << 22;

    private final RelaxedTask task;
    private int[] ring = new int[1 << 12];
    private long written;

    CutStore(RelaxedTask task) {
        this.task = task;
    }

    /// Stores the cuts of the last evaluation and says where.
    long store(LandmarkCuts cuts) {
        long at = written;
        put(cuts.cuts());
        for (int number = 0; number < cuts.cuts(); number++) {
            int from = cuts.cutStart.item[number];
            int to = cuts.cutStart.item[number + 1];
            put((int) (cuts.cutCost[number] >>> 32));
            put((int) cuts.cutCost[number]);
            put(to - from);
            for (int place = from; place < to; place++) {
                put(cuts.cut.item[place]);
            }
        }
        return at;
    }

    /// True if what was stored there has not been overwritten.
    boolean has(long at) {
        return written - at <= SIZE;
    }

    /// Begins an evaluation with the cuts stored there, without those that the operator is in.
    void begin(LandmarkCuts cuts, long at, int without) {
        cuts.begin();
        long place = at;
        int count = get(place++);
        for (int number = 0; number < count; number++) {
            long cost = (long) get(place) << 32 | (get(place + 1) & 0xFFFFFFFFL);
            int length = get(place + 2);
            place += 3;
            if (!isIn(place, length, without)) {
                copy(cuts, place, length, cost);
            }
            place += length;
        }
    }

    /// Begins an evaluation at other prices with the cuts stored there, as far as their operators can spare anything.
    void begin(LandmarkCuts cuts, long at, long[] prices) {
        cuts.begin(prices);
        long place = at;
        int count = get(place++);
        for (int number = 0; number < count; number++) {
            int length = get(place + 2);
            place += 3;
            copyPriced(cuts, place, length);
            place += length;
        }
    }

    private void copyPriced(LandmarkCuts cuts, long from, int length) {
        int start = cuts.cut.size;
        long spare = Long.MAX_VALUE;
        for (long at = from; at < from + length; at++) {
            long left = cuts.left(get(at));
            if (left != LandmarkCuts.BANNED) {
                cuts.cut.add(get(at));
                spare = Math.min(spare, left);
            }
        }
        if (cuts.cut.size > start && spare > 0) {
            cuts.endCut(spare);
        } else {
            cuts.cut.size = start;
        }
    }

    private boolean isIn(long from, int length, int operator) {
        for (long at = from; at < from + length; at++) {
            if (task.origin[get(at)] == operator) {
                return true;
            }
        }
        return false;
    }

    private void copy(LandmarkCuts cuts, long from, int length, long cost) {
        for (long at = from; at < from + length; at++) {
            cuts.cut.add(get(at));
        }
        cuts.endCut(cost);
    }

    private int get(long at) {
        return ring[(int) at & ring.length - 1];
    }

    private void put(int value) {
        if (written == ring.length && ring.length < SIZE) {
            ring = Arrays.copyOf(ring, ring.length * 2);
        }
        ring[(int) written++ & ring.length - 1] = value;
    }
}
