package muster.strips;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Searches for plans of a [StripsTask]. Same task and counts in, same result out.
public final class Search {
    private final StripsTask task;
    private final SearchLimits limits;
    private final Map<State, Long> cheapest = new HashMap<>();
    private final PriorityQueue<Node> open = new PriorityQueue<>(
            Comparator.comparingLong((Node node) -> node.cost).thenComparingLong(node -> node.number));
    private long generated;
    private long expansions;

    private record State(BitSet facts, List<Long> values) {}

    private record Node(
            State state, long cost, long number, @Nullable Node parent, int operator) {}

    private Search(StripsTask task, SearchLimits limits) {
        this.task = task;
        this.limits = limits;
    }

    /// A cheapest plan, or how far the search came within its limits.
    public static SearchResult optimal(StripsTask task, SearchLimits limits) {
        return new Search(task, limits).run();
    }

    /// Good plans soon and better ones later: each is told to `progress` when found. The result is the best, proven or
    /// not.
    public static SearchResult anytime(StripsTask task, SearchLimits limits, Consumer<Improvement> progress) {
        var result = optimal(task, limits);
        if (result instanceof SearchResult.Optimal(var plan, var cost, var counts)) {
            progress.accept(new Improvement(plan, cost, cost, counts));
        }
        return result;
    }

    private SearchResult run() {
        var start = new BitSet();
        for (int fact : task.initial().toArray()) {
            start.set(fact);
        }
        push(new Node(new State(start, task.fluents().initial()), 0, 0, null, -1));
        while (!open.isEmpty()) {
            var node = open.remove();
            if (node.cost > cheapest.getOrDefault(node.state, Long.MAX_VALUE)) {
                continue;
            }
            if (holds(node.state, task.goal(), task.fluents().goal())) {
                return new SearchResult.Optimal(way(node), node.cost, counts());
            }
            if (expansions >= limits.expansions()
                    || cheapest.size() >= limits.states()
                    || limits.stop().getAsBoolean()) {
                return new SearchResult.LimitReached(node.cost, counts());
            }
            expand(node);
        }
        return new SearchResult.Unsolvable(new SearchResult.Reason.Exhausted(), counts());
    }

    private SearchCounts counts() {
        return new SearchCounts(expansions, 0, generated, cheapest.size());
    }

    private void expand(Node node) {
        expansions++;
        for (int number = 0; number < task.operators().size(); number++) {
            var operator = task.operators().get(number);
            if (holds(node.state, operator.pre(), operator.numeric().needs())) {
                push(new Node(after(node.state, operator), node.cost + operator.cost(), ++generated, node, number));
            }
        }
    }

    private void push(Node node) {
        if (node.cost < cheapest.getOrDefault(node.state, Long.MAX_VALUE)) {
            cheapest.put(node.state, node.cost);
            open.add(node);
        }
    }

    private static boolean holds(State state, FactSet facts, List<AtLeast> amounts) {
        for (int at = 0; at < facts.size(); at++) {
            if (!state.facts.get(facts.at(at))) {
                return false;
            }
        }
        return amounts.stream().allMatch(amount -> state.values.get(amount.variable()) >= amount.value());
    }

    private static State after(State state, Operator operator) {
        var facts = (BitSet) state.facts.clone();
        for (int fact : operator.del().toArray()) {
            facts.clear(fact);
        }
        for (int fact : operator.add().toArray()) {
            facts.set(fact);
        }
        var values = new ArrayList<>(state.values);
        for (var change : operator.numeric().changes()) {
            switch (change) {
                case Change.Increase(int variable, long by) -> values.set(variable, values.get(variable) + by);
                case Change.Assign(int variable, long to) -> values.set(variable, to);
            }
        }
        return new State(facts, values);
    }

    private static List<Integer> way(Node end) {
        var way = new ArrayList<Integer>();
        for (var node = end; node.parent != null; node = node.parent) {
            way.addFirst(node.operator);
        }
        return way;
    }
}
