package muster.strips;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Best-first search for the cheapest set of operators that reaches the goal if nothing is taken away; the set is
/// then put in order. If nothing ever is taken away, or the order works, its plan is a cheapest one. A node fixes
/// some operators in and some out. The cuts of the bound drive the branching: an operator that is a cut by itself
/// is in every plan and goes in at once; else one operator of the smallest cut is chosen. A set that no order
/// fits is tried without either of two operators that are in each other's way, and its cost stays a bound on what
/// other plans there may be.
final class SetSearch {
    private static final Comparator<Node> CHEAPEST_FIRST = Comparator.comparingLong(Node::bound)
            .thenComparing(Comparator.comparingLong(Node::spent).reversed())
            .thenComparingLong(Node::number);

    private static final long NEVER_STORED = -1;

    /// Sets that are tried after one that no order fits; a guess, as other searches do better where order is the
    /// trouble.
    private static final int MOST_FAILURES = 40;

    private final CompactTask task;
    private final RelaxedTask relaxed;
    private final LandmarkCuts cuts;
    private final CutStore store;
    private final SearchLimits limits;
    private final long[] start;
    private final long[] price;
    private final PriorityQueue<Node> open = new PriorityQueue<>(CHEAPEST_FIRST);
    private int[] way = new int[0];
    private boolean found;
    private long bound;
    private long unresolved = Long.MAX_VALUE;
    private int failures;
    private long made;
    private long expansions;

    /// @param branch the cut to choose from, empty if the operators that are in reach the goal
    private record Node(BitSet in, BitSet out, long spent, long bound, IntList branch, long stored, long number) {}

    SetSearch(CompactTask task, RelaxedTask relaxed, SearchLimits limits) {
        this.task = task;
        this.relaxed = relaxed;
        this.cuts = new LandmarkCuts(relaxed);
        this.store = new CutStore(relaxed);
        this.limits = limits;
        this.start = task.start();
        this.price = new long[relaxed.operators()];
    }

    /// Searches until a cheapest set is put in order or a limit is reached.
    void run() {
        push(new BitSet(), new BitSet(), NEVER_STORED);
        while (!open.isEmpty() && !found) {
            var node = open.remove();
            bound = node.bound;
            if (node.branch.size == 0 && failures <= MOST_FAILURES) {
                finish(node);
            } else if (isOver()) {
                take(dive(node));
                bound = Math.min(bound, unresolved);
                return;
            } else {
                expansions++;
                expand(node);
            }
        }
        bound = found ? Math.min(bound, unresolved) : unresolved;
    }

    /// True if a plan was found.
    boolean found() {
        return found;
    }

    /// No plan costs less; `Long.MAX_VALUE` if there is none at all.
    long bound() {
        return bound;
    }

    SearchCounts counts() {
        return new SearchCounts(expansions, made, made, made);
    }

    /// The operators of the plan in their order.
    int[] way() {
        return way;
    }

    private boolean isOver() {
        return expansions >= limits.expansions()
                || failures > MOST_FAILURES
                || open.size() >= limits.states()
                || limits.stop().getAsBoolean();
    }

    /// Takes the set if it can be put in order. Else every plan is without one of those that want too much of an amount
    /// that nothing raises; or, if that is not the trouble, only some of the other plans are looked for.
    private void finish(Node node) {
        var sequence = take(node.in);
        if (found) {
            return;
        }
        expansions++;
        failures++;
        var competing = sequence.competing();
        if (competing.isEmpty()) {
            unresolved = Math.min(unresolved, node.bound);
            sequence.clash().stream().forEach(operator -> without(node, operator));
        } else {
            competing.stream().forEach(operator -> without(node, operator));
        }
    }

    private void without(Node node, int operator) {
        var out = (BitSet) node.out.clone();
        out.set(operator);
        push(new BitSet(), out, NEVER_STORED);
    }

    private Sequencing take(BitSet in) {
        var sequence = new Sequencing(task, needed(in));
        found = sequence.run();
        way = sequence.order();
        return sequence;
    }

    private void expand(Node node) {
        var out = (BitSet) node.out.clone();
        for (int at = 0; at < node.branch.size; at++) {
            var in = (BitSet) node.in.clone();
            in.set(node.branch.item[at]);
            push(in, (BitSet) out.clone(), node.stored);
            out.set(node.branch.item[at]);
        }
    }

    private void push(BitSet in, BitSet out, long stored) {
        long rest = evaluate(in, out, stored);
        if (rest != LandmarkCuts.DEAD_END) {
            long spent = spent(in);
            open.add(new Node(in, out, spent, spent + rest, smallestCut(), store.store(cuts), made));
        }
    }

    /// Puts operators in that every plan has, and says what the others cost at least.
    private long evaluate(BitSet in, BitSet out, long stored) {
        long begin = stored;
        while (true) {
            made++;
            long value = bound(in, out, begin);
            if (value == LandmarkCuts.DEAD_END) {
                return value;
            }
            long forced = force(in);
            if (forced >= 0) {
                return value - forced;
            }
            begin = store.store(cuts);
        }
    }

    private long bound(BitSet in, BitSet out, long stored) {
        for (int number = 0; number < price.length; number++) {
            int operator = relaxed.origin[number];
            boolean banned = operator >= 0 && out.get(operator);
            boolean free = operator < 0 || in.get(operator);
            price[number] = free ? 0 : banned ? LandmarkCuts.BANNED : task.cost[operator];
        }
        if (stored != NEVER_STORED && store.has(stored)) {
            store.begin(cuts, stored, price);
        } else {
            cuts.begin(price);
        }
        return cuts.complete(start);
    }

    /// Puts in the operators that are a cut by themselves, and says what those cuts count; -1 if some may be in other
    /// cuts too, which are then no longer worth what they count.
    private long force(BitSet in) {
        boolean copies = relaxed.operators() > task.operators() + 1;
        long paid = 0;
        boolean again = false;
        for (int number = 0; number < cuts.cuts(); number++) {
            int operator = only(number);
            if (operator >= 0) {
                again |= !in.get(operator) && (copies || cuts.cutCost[number] < task.cost[operator]);
                in.set(operator);
                paid += cuts.cutCost[number];
            }
        }
        return again ? -1 : paid;
    }

    /// The operator of a cut that has only one, else -1.
    private int only(int cut) {
        int operator = relaxed.origin[cuts.cut.item[cuts.cutStart.item[cut]]];
        for (int at = cuts.cutStart.item[cut] + 1; at < cuts.cutStart.item[cut + 1]; at++) {
            if (relaxed.origin[cuts.cut.item[at]] != operator) {
                return -1;
            }
        }
        return operator;
    }

    /// The operators of the smallest cut that leaves a choice, none if there is no such cut.
    private IntList smallestCut() {
        int smallest = -1;
        for (int number = 0; number < cuts.cuts(); number++) {
            boolean smaller = (smallest < 0 || length(number) < length(smallest)) && only(number) < 0;
            smallest = smaller ? number : smallest;
        }
        return smallest < 0
                ? new IntList(0)
                : IntList.of(
                        Arrays.stream(cuts.cut.item, cuts.cutStart.item[smallest], cuts.cutStart.item[smallest + 1])
                                .map(each -> relaxed.origin[each])
                                .distinct()
                                .toArray());
    }

    private int length(int cut) {
        return cuts.cutStart.item[cut + 1] - cuts.cutStart.item[cut];
    }

    private long spent(BitSet in) {
        return in.stream().mapToLong(operator -> task.cost[operator]).sum();
    }

    /// Follows the cheapest choice down to some set; putting operators in never makes the goal unreachable.
    private BitSet dive(Node from) {
        var in = (BitSet) from.in.clone();
        var branch = from.branch;
        while (branch.size > 0) {
            int cheapest = branch.item[0];
            for (int at = 1; at < branch.size; at++) {
                cheapest = task.cost[branch.item[at]] < task.cost[cheapest] ? branch.item[at] : cheapest;
            }
            in.set(cheapest);
            evaluate(in, from.out, NEVER_STORED);
            branch = smallestCut();
        }
        return in;
    }

    /// The chosen operators, and those that cost nothing, as far as the goal needs their facts; and all that
    /// were chosen for an amount that they raise.
    private BitSet needed(BitSet chosen) {
        boolean[] holds = new boolean[task.facts];
        int[] producer = new int[task.facts];
        Arrays.fill(producer, -1);
        for (int fact : task.initial) {
            holds[fact] = true;
        }
        while (spread(chosen, holds, producer)) {
            // until nothing more becomes true
        }
        var taken = new BitSet();
        var wanted = IntList.of(task.goal);
        chosen.stream().filter(task.numeric::raises).forEach(operator -> take(operator, taken, wanted));
        while (wanted.size > 0) {
            int operator = producer[wanted.pop()];
            if (operator >= 0) {
                take(operator, taken, wanted);
            }
        }
        return taken;
    }

    private void take(int operator, BitSet taken, IntList wanted) {
        if (!taken.get(operator)) {
            taken.set(operator);
            wanted.addAll(IntList.of(task.pre.row(operator)));
        }
    }

    /// Applies every operator that may be used and makes something true; false if there is none.
    private boolean spread(BitSet chosen, boolean[] holds, int[] producer) {
        boolean grew = false;
        for (int operator = 0; operator < task.operators(); operator++) {
            boolean usable = chosen.get(operator) || task.cost[operator] == 0;
            grew |= usable && holdAll(operator, holds) && produces(operator, holds, producer);
        }
        return grew;
    }

    private boolean holdAll(int operator, boolean[] holds) {
        for (int at = task.pre.start[operator]; at < task.pre.start[operator + 1]; at++) {
            if (!holds[task.pre.item[at]]) {
                return false;
            }
        }
        return true;
    }

    /// Makes true what an operator adds and notes what it is the first to make true; false if there is nothing.
    private boolean produces(int operator, boolean[] holds, int[] producer) {
        boolean produces = false;
        for (int at = task.add.start[operator]; at < task.add.start[operator + 1]; at++) {
            int fact = task.add.item[at];
            if (!holds[fact]) {
                holds[fact] = true;
                producer[fact] = operator;
                produces = true;
            }
        }
        return produces;
    }
}
