package muster.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Best-first search for the cheapest set of actions when nothing is ever undone, so that order does not matter.
/// A node fixes some actions in and some out. The cuts of the bound drive the branching: an action that is a cut by
/// itself is in every plan and goes in at once; else one action of the smallest cut is chosen.
final class MonotoneSearch {
    private static final Comparator<Node> CHEAPEST_FIRST = Comparator.comparingLong((Node node) -> node.bound)
            .thenComparing(Comparator.comparingLong((Node node) -> node.spent).reversed())
            .thenComparingLong(node -> node.number);

    private final Encoding problem;
    private final Limits limits;
    private final LandmarkCut landmarks;
    private final PriorityQueue<Node> open = new PriorityQueue<>(CHEAPEST_FIRST);
    private long made;
    private long expansions;

    /// @param branch the cut to choose from, empty if the actions that are in reach the goal
    private record Node(BitSet in, BitSet out, long spent, long bound, List<Integer> branch, long number) {}

    MonotoneSearch(Encoding problem, Limits limits) {
        this.problem = problem;
        this.limits = limits;
        this.landmarks = new LandmarkCut(problem);
    }

    SearchEnd run() {
        push(node(new BitSet(), new BitSet()));
        while (!open.isEmpty()) {
            var node = open.remove();
            if (node.branch.isEmpty()) {
                return found(node.in, node.spent, node.bound);
            }
            if (expansions >= limits.expansions() || open.size() >= limits.states()) {
                var plan = dive(node);
                return found(plan, spent(plan), node.bound);
            }
            expansions++;
            expand(node);
        }
        return new SearchEnd.Exhausted(expansions);
    }

    private void expand(Node node) {
        var out = (BitSet) node.out.clone();
        for (int action : node.branch) {
            var in = (BitSet) node.in.clone();
            in.set(action);
            push(node(in, (BitSet) out.clone()));
            out.set(action);
        }
    }

    private void push(@Nullable Node node) {
        if (node != null) {
            open.add(node);
        }
    }

    private @Nullable Node node(BitSet in, BitSet out) {
        var bound = landmarks.from(problem.start, costs(in, out));
        while (bound instanceof LandmarkCut.Bound.AtLeast(long _, var cuts) && addForced(in, cuts)) {
            bound = landmarks.from(problem.start, costs(in, out));
        }
        return switch (bound) {
            case LandmarkCut.Bound.DeadEnd _ -> null;
            case LandmarkCut.Bound.AtLeast(long value, var cuts) -> {
                long spent = spent(in);
                yield new Node(in, out, spent, spent + value, smallest(cuts), made++);
            }
        };
    }

    private static boolean addForced(BitSet in, List<int[]> cuts) {
        int before = in.cardinality();
        cuts.stream().filter(cut -> cut.length == 1).forEach(cut -> in.set(cut[0]));
        return in.cardinality() > before;
    }

    private static List<Integer> smallest(List<int[]> cuts) {
        return cuts.stream()
                .min(Comparator.comparingInt(cut -> cut.length))
                .map(cut -> Arrays.stream(cut).boxed().toList())
                .orElse(List.of());
    }

    private long[] costs(BitSet in, BitSet out) {
        long[] costs = problem.cost.clone();
        in.stream().forEach(action -> costs[action] = 0);
        out.stream().forEach(action -> costs[action] = LandmarkCut.BANNED);
        return costs;
    }

    private long spent(BitSet in) {
        return in.stream().mapToLong(action -> problem.cost[action]).sum();
    }

    /// Follows the cheapest choice down to some plan; putting actions in never makes the goal unreachable.
    private BitSet dive(Node from) {
        var at = from;
        while (at != null && !at.branch.isEmpty()) {
            var in = (BitSet) at.in.clone();
            in.set(at.branch.stream()
                    .min(Comparator.comparingLong(action -> problem.cost[action]))
                    .orElseThrow());
            at = node(in, at.out);
        }
        return at == null ? from.in : at.in;
    }

    private SearchEnd.Found found(BitSet in, long cost, long bound) {
        return new SearchEnd.Found(inOrder(in), cost, bound, expansions);
    }

    private List<Integer> inOrder(BitSet in) {
        var left = (BitSet) in.clone();
        var state = problem.start;
        var order = new ArrayList<Integer>();
        while (!left.isEmpty()) {
            int next = firstPossible(left, state);
            state = problem.after(state, next);
            left.clear(next);
            order.add(next);
        }
        return order;
    }

    private int firstPossible(BitSet left, BitSet state) {
        return left.stream()
                .filter(action -> Encoding.containsAll(state, problem.needs[action]))
                .findFirst()
                .orElseThrow();
    }
}
