package muster.strips;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// The best plan so far and the bound so far.
final class Incumbent {
    private final StripsTask task;
    private final Consumer<Improvement> progress;
    private int[] plan = new int[0];
    private long cost = Long.MAX_VALUE;
    private long bound;
    private SearchCounts counts = SearchCounts.NONE;

    Incumbent(StripsTask task, Consumer<Improvement> progress) {
        this.task = task;
        this.progress = progress;
    }

    boolean exists() {
        return cost != Long.MAX_VALUE;
    }

    /// The cost of the best plan, `Long.MAX_VALUE` if there is none.
    long cost() {
        return cost;
    }

    int[] plan() {
        return plan;
    }

    SearchCounts counts() {
        return counts;
    }

    void did(SearchCounts more) {
        counts = counts.plus(more);
    }

    /// True if no plan can be cheaper.
    boolean proven() {
        return exists() && bound >= cost;
    }

    void raise(long atLeast) {
        bound = Math.max(bound, atLeast);
    }

    /// Takes a plan, by positions in the task, if it is cheaper than the best.
    void offer(int[] other) {
        offerLean(Redundancy.removed(task, other));
    }

    /// Takes a plan that has no step too many.
    void offerLean(int[] lean) {
        long price = PlanTrace.cost(task, lean);
        if (price < cost || (price == cost && lean.length < plan.length)) {
            boolean better = price < cost;
            plan = lean;
            cost = price;
            if (better) {
                progress.accept(new Improvement(steps(), cost, Math.min(bound, cost), counts));
            }
        }
    }

    SearchResult result() {
        if (!exists()) {
            return new SearchResult.LimitReached(bound, counts);
        }
        return proven()
                ? new SearchResult.Optimal(steps(), cost, counts)
                : new SearchResult.Feasible(steps(), cost, Math.min(bound, cost), counts);
    }

    private List<Integer> steps() {
        return Arrays.stream(plan).boxed().toList();
    }
}
