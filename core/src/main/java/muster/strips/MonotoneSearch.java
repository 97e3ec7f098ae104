package muster.strips;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Best-first search for the cheapest set of operators when nothing is ever taken away, so that order does not matter.
/// A node fixes some operators in and some out. The cuts of the bound drive the branching: an operator that is a cut by
/// itself is in every plan and goes in at once; else one operator of the smallest cut is chosen.
final class MonotoneSearch {
    private static final Comparator<Node> CHEAPEST_FIRST = Comparator.comparingLong(Node::bound)
            .thenComparing(Comparator.comparingLong(Node::spent).reversed())
            .thenComparingLong(Node::number);

    private final CompactTask task;
    private final LandmarkCuts cuts;
    private final SearchLimits limits;
    private final long[] start;
    private final long[] price;
    private final PriorityQueue<Node> open = new PriorityQueue<>(CHEAPEST_FIRST);
    private BitSet chosen = new BitSet();
    private long bound;
    private boolean proven;
    private long made;
    private long expansions;

    /// @param branch the cut to choose from, empty if the operators that are in reach the goal
    private record Node(BitSet in, BitSet out, long spent, long bound, IntList branch, long number) {}

    MonotoneSearch(CompactTask task, RelaxedTask relaxed, SearchLimits limits) {
        this.task = task;
        this.cuts = new LandmarkCuts(relaxed);
        this.limits = limits;
        this.start = task.start();
        this.price = new long[relaxed.operators()];
    }

    /// Searches until the cheapest set is proven or a limit is reached; false if no set reaches the goal.
    boolean run() {
        push(new BitSet(), new BitSet());
        while (!open.isEmpty()) {
            var node = open.remove();
            bound = node.bound;
            if (node.branch.size == 0) {
                chosen = node.in;
                proven = true;
                return true;
            }
            if (isOver()) {
                chosen = dive(node);
                return true;
            }
            expansions++;
            expand(node);
        }
        return false;
    }

    /// True if no plan is cheaper.
    boolean proven() {
        return proven;
    }

    /// No plan costs less.
    long bound() {
        return bound;
    }

    SearchCounts counts() {
        return new SearchCounts(expansions, made, made, made);
    }

    private boolean isOver() {
        return expansions >= limits.expansions()
                || open.size() >= limits.states()
                || limits.stop().getAsBoolean();
    }

    private void expand(Node node) {
        var out = (BitSet) node.out.clone();
        for (int at = 0; at < node.branch.size; at++) {
            var in = (BitSet) node.in.clone();
            in.set(node.branch.item[at]);
            push(in, (BitSet) out.clone());
            out.set(node.branch.item[at]);
        }
    }

    private void push(BitSet in, BitSet out) {
        long rest = evaluate(in, out);
        if (rest != LandmarkCuts.DEAD_END) {
            long spent = spent(in);
            open.add(new Node(in, out, spent, spent + rest, smallestCut(), made));
        }
    }

    /// Puts operators in that every plan has, and says what the others cost at least.
    private long evaluate(BitSet in, BitSet out) {
        while (true) {
            made++;
            long value = cuts.bound(start, prices(in, out));
            if (value == LandmarkCuts.DEAD_END) {
                return value;
            }
            long forced = force(in);
            if (forced >= 0) {
                return value - forced;
            }
        }
    }

    private long[] prices(BitSet in, BitSet out) {
        System.arraycopy(task.cost, 0, price, 0, task.operators());
        in.stream().forEach(operator -> price[operator] = 0);
        out.stream().forEach(operator -> price[operator] = LandmarkCuts.BANNED);
        return price;
    }

    /// Puts in the operators that are a cut by themselves, and says what those cuts count; -1 if some are in other cuts
    /// too, which are then no longer worth what they count.
    private long force(BitSet in) {
        long paid = 0;
        boolean shared = false;
        for (int number = 0; number < cuts.cuts(); number++) {
            int from = cuts.cutStart.item[number];
            if (cuts.cutStart.item[number + 1] == from + 1) {
                int operator = cuts.cut.item[from];
                in.set(operator);
                paid += cuts.cutCost[number];
                shared |= cuts.cutCost[number] < price[operator];
            }
        }
        return shared ? -1 : paid;
    }

    /// The smallest cut that leaves a choice, empty if there is none.
    private IntList smallestCut() {
        int smallest = -1;
        for (int number = 0; number < cuts.cuts(); number++) {
            boolean smaller = length(number) > 1 && (smallest < 0 || length(number) < length(smallest));
            smallest = smaller ? number : smallest;
        }
        return smallest < 0
                ? new IntList(0)
                : IntList.of(Arrays.copyOfRange(
                        cuts.cut.item, cuts.cutStart.item[smallest], cuts.cutStart.item[smallest + 1]));
    }

    private int length(int cut) {
        return cuts.cutStart.item[cut + 1] - cuts.cutStart.item[cut];
    }

    private long spent(BitSet in) {
        return in.stream().mapToLong(operator -> task.cost[operator]).sum();
    }

    /// Follows the cheapest choice down to some plan; putting operators in never makes the goal unreachable.
    private BitSet dive(Node from) {
        var in = (BitSet) from.in.clone();
        var branch = from.branch;
        while (branch.size > 0) {
            int cheapest = branch.item[0];
            for (int at = 1; at < branch.size; at++) {
                cheapest = task.cost[branch.item[at]] < task.cost[cheapest] ? branch.item[at] : cheapest;
            }
            in.set(cheapest);
            evaluate(in, from.out);
            branch = smallestCut();
        }
        return in;
    }

    /// The chosen operators, and those that cost nothing, as far as they are needed, in an order that works.
    int[] way() {
        long[] state = start.clone();
        int[] producer = new int[task.facts];
        Arrays.fill(producer, -1);
        var order = new IntList(chosen.cardinality());
        for (int before = -1; before != order.size; ) {
            before = order.size;
            round(state, producer, order);
        }
        return needed(order, producer);
    }

    /// Applies every operator that is usable and makes something true.
    private void round(long[] state, int[] producer, IntList order) {
        for (int operator = 0; operator < task.operators(); operator++) {
            boolean usable = chosen.get(operator) || task.cost[operator] == 0;
            if (usable && task.applicable(operator, state) && produces(operator, state, producer)) {
                order.add(operator);
            }
        }
    }

    /// Makes true what an operator adds and notes what it is the first to make true; false if there is nothing.
    private boolean produces(int operator, long[] state, int[] producer) {
        boolean produces = false;
        for (int at = task.add.start[operator]; at < task.add.start[operator + 1]; at++) {
            int fact = task.add.item[at];
            if (!CompactTask.has(state, fact)) {
                CompactTask.set(state, fact);
                producer[fact] = operator;
                produces = true;
            }
        }
        return produces;
    }

    private int[] needed(IntList order, int[] producer) {
        var taken = new BitSet();
        var open = IntList.of(task.goal);
        while (open.size > 0) {
            int operator = producer[open.pop()];
            if (operator >= 0 && !taken.get(operator)) {
                taken.set(operator);
                open.addAll(IntList.of(task.pre.row(operator)));
            }
        }
        return Arrays.stream(order.toArray()).filter(taken::get).toArray();
    }
}
