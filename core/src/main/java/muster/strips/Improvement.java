package muster.strips;

import java.util.List;

/// A plan better than all before it, told while a search goes on.
///
/// @param bound no plan costs less
public record Improvement(List<Integer> plan, long cost, long bound, SearchCounts counts) {
    public Improvement {
        plan = List.copyOf(plan);
    }
}
