package muster.strips;

import java.util.Arrays;

/// Makes a plan cheaper part by part: a window of steps is a task of its own, from the state before it to what the rest
/// of the plan needs, and is solved to the optimum if a small search is enough.
/// After Siddiqui and Haslum, "Continuing plan quality optimisation", JAIR 54, 2015.
final class PlanWindows {
    private final StripsTask task;
    private final SearchLimits limits;
    private final int expansions;
    private SearchCounts counts = SearchCounts.NONE;

    /// @param expansions that each window may take
    PlanWindows(StripsTask task, SearchLimits limits, int expansions) {
        this.task = task;
        this.limits = limits;
        this.expansions = expansions;
    }

    SearchCounts counts() {
        return counts;
    }

    /// A plan that costs no more; the same one if no window of this length could be bettered.
    int[] improved(int[] plan, int length) {
        int[] best = plan;
        int step = Math.max(1, length / 2);
        for (int from = 0; from < best.length && !limits.stop().getAsBoolean(); from += step) {
            int to = Math.min(best.length, from + length);
            best = spliced(best, from, to);
            if (to == best.length) {
                break;
            }
        }
        return best;
    }

    private int[] spliced(int[] plan, int from, int to) {
        int[] window = Arrays.copyOfRange(plan, from, to);
        var part = new PlanTrace(task, plan).part(from, to);
        var reachable = new Reachability(part);
        var setting = Prepared.of(part, reachable, limits.stop())
                .plainly(new SearchLimits(expansions, SearchLimits.NO_LIMIT, limits.stop()));
        var search = new AStar(setting, PlanTrace.cost(task, window));
        search.run();
        counts = counts.plus(search.counts());
        return search.found() ? joined(plan, from, to, origins(setting.task(), search.way())) : plan;
    }

    private static int[] origins(CompactTask task, int[] way) {
        return Arrays.stream(way).map(each -> task.origin[each]).toArray();
    }

    private static int[] joined(int[] plan, int from, int to, int[] middle) {
        int[] joined = new int[plan.length - (to - from) + middle.length];
        System.arraycopy(plan, 0, joined, 0, from);
        System.arraycopy(middle, 0, joined, from, middle.length);
        System.arraycopy(plan, to, joined, from + middle.length, plan.length - to);
        return joined;
    }
}
