package muster.planning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// A* from the start over states, for problems where actions undo facts. A state inherits its parent's bound and is
/// bounded itself only when it comes to the front of the queue, since most never do.
final class ForwardSearch {
    private static final Comparator<Node> CHEAPEST_FIRST = Comparator.comparingLong(
                    (Node node) -> node.spent + node.ahead)
            .thenComparingLong(node -> node.ahead)
            .thenComparingLong(node -> node.number);
    private static final Comparator<Node> NEAREST_FIRST =
            Comparator.comparingLong((Node node) -> node.ahead).thenComparingLong(node -> node.number);

    private final Encoding problem;
    private final Limits limits;
    private final LandmarkCut landmarks;
    private final PriorityQueue<Node> open;
    private final Map<BitSet, Long> cheapest = new HashMap<>();
    private long made;
    private long expansions;

    private enum Ahead {
        INHERITED,
        BOUNDED
    }

    private record Node(
            BitSet state,
            long spent,
            long ahead,
            Ahead kind,
            @Nullable Node parent,
            int action,
            long number) {}

    private ForwardSearch(Encoding problem, Limits limits, Comparator<Node> order) {
        this.problem = problem;
        this.limits = limits;
        this.landmarks = new LandmarkCut(problem);
        this.open = new PriorityQueue<>(order);
    }

    /// The cheapest plan; if the limit comes first, any plan that a search by distance alone finds within it.
    static SearchEnd run(Encoding problem, Limits limits) {
        var end = new ForwardSearch(problem, limits, CHEAPEST_FIRST).search();
        if (!(end instanceof SearchEnd.OutOfWork(long bound, long done))) {
            return end;
        }
        return switch (new ForwardSearch(problem, limits, NEAREST_FIRST).search()) {
            case SearchEnd.Found any -> new SearchEnd.Found(any.actions(), any.cost(), bound, done + any.expansions());
            case SearchEnd.Exhausted none -> none;
            case SearchEnd.OutOfWork more -> new SearchEnd.OutOfWork(bound, done + more.expansions());
        };
    }

    private SearchEnd search() {
        push(new Node(problem.start, 0, 0, Ahead.INHERITED, null, -1, made++));
        long bound = 0;
        while (!open.isEmpty()) {
            var node = open.remove();
            bound = Math.max(bound, node.spent + node.ahead);
            if (node.spent > cheapest.getOrDefault(node.state, Long.MAX_VALUE)) {
                continue;
            }
            if (Encoding.containsAll(node.state, problem.goal)) {
                return new SearchEnd.Found(way(node), node.spent, node.spent, expansions);
            }
            if (expansions >= limits.expansions() || cheapest.size() >= limits.states()) {
                return new SearchEnd.OutOfWork(bound, expansions);
            }
            visit(node);
        }
        return new SearchEnd.Exhausted(expansions);
    }

    private void visit(Node node) {
        switch (node.kind) {
            case INHERITED -> bound(node);
            case BOUNDED -> expand(node);
        }
    }

    private void bound(Node node) {
        if (landmarks.from(node.state, problem.cost) instanceof LandmarkCut.Bound.AtLeast(long value, var _)) {
            long ahead = Math.max(value, node.ahead);
            open.add(new Node(node.state, node.spent, ahead, Ahead.BOUNDED, node.parent, node.action, node.number));
        }
    }

    private void expand(Node node) {
        expansions++;
        problem.possible(node.state).forEach(action -> {
            long spent = node.spent + problem.cost[action];
            long ahead = Math.max(0, node.ahead - problem.cost[action]);
            var next = problem.after(node.state, action);
            push(new Node(next, spent, ahead, Ahead.INHERITED, node, action, made++));
        });
    }

    private void push(Node node) {
        if (node.spent < cheapest.getOrDefault(node.state, Long.MAX_VALUE)) {
            cheapest.put(node.state, node.spent);
            open.add(node);
        }
    }

    private static List<Integer> way(Node end) {
        var way = new ArrayList<Integer>();
        for (var node = end; node.parent != null; node = node.parent) {
            way.addFirst(node.action);
        }
        return way;
    }
}
