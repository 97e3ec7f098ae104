package muster.rcpsp;

import java.util.Arrays;

/// Brings activities into the order of their times, in linear time if those are spread evenly. Activities at the same
/// time keep their order, and predecessors come first even where links let a successor begin before them.
final class TimeOrder {
    private final Decoding problem;
    private final int[] bucket;
    private final int[] firstOf;
    private final int[] old;
    private final boolean[] placed;
    private int count;

    TimeOrder(Decoding problem) {
        this.problem = problem;
        int size = problem.size();
        bucket = new int[size];
        firstOf = new int[2 * size + 2];
        old = new int[size];
        placed = new boolean[size];
    }

    void sort(int[] order, long[] time) {
        spread(time);
        System.arraycopy(order, 0, old, 0, order.length);
        for (int activity : old) {
            order[firstOf[bucket[activity]]++] = activity;
        }
        for (int place = 1; place < order.length; place++) {
            sink(order, time, place);
        }
        predecessorsFirst(order);
    }

    /// Numbers the buckets by activity, and sets where each begins.
    private void spread(long[] time) {
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (long each : time) {
            min = Math.min(min, each);
            max = Math.max(max, each);
        }
        int last = firstOf.length - 2;
        double scale = max - min <= last ? 1 : last / (double) (max - min);
        Arrays.fill(firstOf, 0);
        for (int activity = 0; activity < time.length; activity++) {
            bucket[activity] = (int) ((time[activity] - min) * scale);
            firstOf[bucket[activity] + 1]++;
        }
        for (int each = 1; each < firstOf.length; each++) {
            firstOf[each] += firstOf[each - 1];
        }
    }

    private static void sink(int[] order, long[] time, int from) {
        int activity = order[from];
        int place = from;
        while (place > 0 && time[order[place - 1]] > time[activity]) {
            order[place] = order[place - 1];
            place--;
        }
        order[place] = activity;
    }

    /// Leaves an order that is right as it is.
    void predecessorsFirst(int[] order) {
        Arrays.fill(placed, false);
        for (int activity : order) {
            if (!areAllPlaced(problem.predecessors(activity))) {
                pull(order);
                return;
            }
            placed[activity] = true;
        }
    }

    private boolean areAllPlaced(int[] activities) {
        for (int activity : activities) {
            if (!placed[activity]) {
                return false;
            }
        }
        return true;
    }

    private void pull(int[] order) {
        System.arraycopy(order, 0, old, 0, order.length);
        Arrays.fill(placed, false);
        count = 0;
        for (int activity : old) {
            place(activity, order);
        }
    }

    private void place(int activity, int[] order) {
        if (placed[activity]) {
            return;
        }
        placed[activity] = true;
        for (int earlier : problem.predecessors(activity)) {
            place(earlier, order);
        }
        order[count++] = activity;
    }
}
