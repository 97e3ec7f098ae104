package muster.planning;

import java.util.List;

/// How a search over an encoded problem ended; costs and bounds are scaled.
sealed interface SearchEnd {

    /// Actions in an order that works; `bound` equals `cost` if that is proven to be the cheapest.
    record Found(List<Integer> actions, long cost, long bound, long expansions) implements SearchEnd {}

    /// Every state was looked at: there is no plan.
    record Exhausted(long expansions) implements SearchEnd {}

    /// The limit came before the first plan.
    record OutOfWork(long bound, long expansions) implements SearchEnd {}
}
