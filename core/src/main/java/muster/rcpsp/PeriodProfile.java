package muster.rcpsp;

import java.util.Arrays;

/// A profile with one word for each period: the fastest as long as durations are a few periods.
final class PeriodProfile implements Profile {
    private final long capacity;
    private final long guard;
    private final int[] duration;
    private final long[] demand;
    private final long[] free;
    private int used;

    PeriodProfile(ProjectArrays project) {
        capacity = project.packing.capacity[0];
        guard = project.packing.guard[0];
        duration = project.duration;
        demand = project.demand;
        free = new long[project.horizon + 1];
        used = free.length;
    }

    @Override
    public void clear() {
        Arrays.fill(free, 0, used, capacity);
        used = 0;
    }

    /// Looks at no period twice: a stretch is checked from its end, and what was seen to fit is not checked again.
    @Override
    public int place(int from, int option) {
        int length = duration[option];
        long wanted = demand[option];
        int start = from;
        int end = start + length;
        int unseen = start;
        int at = end - 1;
        while (at >= unseen) {
            if (((free[at] - wanted) & guard) == guard) {
                at--;
            } else {
                unseen = Math.max(end, at + 1);
                start = at + 1;
                end = start + length;
                at = end - 1;
            }
        }
        for (int period = start; period < end; period++) {
            free[period] -= wanted;
        }
        used = Math.max(used, end);
        return start;
    }
}
