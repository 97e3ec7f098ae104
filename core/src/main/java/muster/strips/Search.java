package muster.strips;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Searches for plans of a [StripsTask]. Same task and counts in, same result out.
public final class Search {
    private Search() {}

    /// A cheapest plan, or how far the search came within its limits.
    public static SearchResult optimal(StripsTask task, SearchLimits limits) {
        return optimal(task, limits, _ -> {});
    }

    /// The same; plans that are found on the way are told to `progress`.
    public static SearchResult optimal(StripsTask task, SearchLimits limits, Consumer<Improvement> progress) {
        return solvable(task, limits, progress, Quest::optimal);
    }

    /// Good plans soon and better ones later: each is told to `progress` when found. Ends when the best is proven, else
    /// when the limits run out.
    public static SearchResult anytime(StripsTask task, SearchLimits limits, Consumer<Improvement> progress) {
        return solvable(task, limits, progress, Quest::anytime);
    }

    private static SearchResult solvable(
            StripsTask task, SearchLimits limits, Consumer<Improvement> progress, Function<Quest, SearchResult> how) {
        if (!QuickProof.suits(task, limits)) {
            return atLength(task, limits, progress, how);
        }
        var quick = QuickProof.of(task, limits);
        return quick.found()
                ? proven(task, quick, progress)
                : atLength(task, limits, progress, quest -> how.apply(quest.after(quick.counts())));
    }

    private static SearchResult proven(StripsTask task, QuickProof quick, Consumer<Improvement> progress) {
        int[] way = quick.way();
        long cost = PlanTrace.cost(task, way);
        var steps = new ArrayList<Integer>(way.length);
        for (int operator : way) {
            steps.add(operator);
        }
        var plan = List.copyOf(steps);
        progress.accept(new Improvement(plan, cost, cost, quick.counts()));
        return new SearchResult.Optimal(plan, cost, quick.counts());
    }

    /// The same with all that larger tasks need.
    static SearchResult atLength(
            StripsTask task, SearchLimits limits, Consumer<Improvement> progress, Function<Quest, SearchResult> how) {
        var reachable = new Reachability(task);
        var facts = reachable.unreachableGoals();
        var shortages = reachable.shortages();
        if (facts.size() > 0 || !shortages.isEmpty()) {
            return new SearchResult.Unsolvable(
                    new SearchResult.Reason.Unreachable(facts, shortages), SearchCounts.NONE);
        }
        return how.apply(new Quest(task, Prepared.of(task, reachable, limits.stop()), limits, progress));
    }
}
