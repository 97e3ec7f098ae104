package muster.strips;

import java.util.Arrays;
import java.util.List;

/// A* over the states of a task as it is, with a bound that does no more than count goals: for tasks so small that
/// looking at their states takes less than getting a better bound ready. It ends once it has done as much.
final class QuickProof {
    /// Operators that are tried on states at most: about what the preparation of a small task takes.
    private static final int WORK = 40_000;

    private static final int FEWEST_STATES = 64;
    private static final int STATES_BETWEEN_STOPS = 63;
    private static final int NOBODY = -1;

    /// Room for the nodes of the smallest tasks: to clear more would take longer than to search.
    private static final int FEW = 16;

    private final StripsTask task;
    private final int operators;
    private final int words;
    private final StateTable states;
    private final OpenList open = new OpenList(OpenList.Ties.LAST_IN);
    private final long[] goal;

    /// Of each operator the rows of its preconditions, of what it leaves and of what it adds.
    private final long[] rows;

    private final long[] cost;
    private final long[] here;
    private final long[] there;

    /// Of each node what it cost, and by which sum it was queued last.
    private long[] price = new long[2 * FEW];

    /// Of each node the one before, and the operator that led there.
    private int[] from = new int[2 * FEW];

    /// Of the operators that add goals: the least that one costs, and the most goals that one adds.
    private long least = Long.MAX_VALUE;

    private int most = 1;
    private int end = NOBODY;
    private long expansions;
    private long generated;

    private QuickProof(StripsTask task) {
        this.task = task;
        this.operators = task.operators().size();
        this.words = (task.facts() + 63) >>> 6;
        this.states = new StateTable(words);
        this.here = new long[words];
        this.there = new long[words];
        this.goal = new long[words];
        this.rows = new long[3 * operators * words];
        this.cost = new long[operators];
        pack();
    }

    /// True if the task may be small enough, and the limits leave room for all that this search may do. Where hardly
    /// anything is taken away, a search for a set of operators does better on tasks of any size.
    static boolean suits(StripsTask task, SearchLimits limits) {
        return task.operators().size() * FEWEST_STATES <= WORK
                && task.fluents().size() == 0
                && limits.expansions() >= WORK
                && limits.states() >= WORK
                && !mostlyAdding(task.operators());
    }

    private static boolean mostlyAdding(List<Operator> operators) {
        int taking = 0;
        for (var operator : operators) {
            taking += operator.del().size() == 0 ? 0 : 1;
        }
        return taking * CompactTask.FEW <= operators.size();
    }

    /// The search, done.
    static QuickProof of(StripsTask task, SearchLimits limits) {
        var proof = new QuickProof(task);
        proof.run(limits);
        return proof;
    }

    private void pack() {
        pack(task.goal(), goal, 0);
        for (int operator = 0; operator < operators; operator++) {
            var each = task.operators().get(operator);
            pack(each.pre(), rows, 3 * operator);
            pack(each.del(), rows, 3 * operator + 1);
            pack(each.add(), rows, 3 * operator + 2);
            cost[operator] = each.cost();
            noteGoals(operator);
        }
    }

    private void pack(FactSet facts, long[] rows, int row) {
        for (int at = 0; at < facts.size(); at++) {
            int fact = facts.at(at);
            rows[row * words + (fact >>> 6)] |= 1L << fact;
        }
    }

    private void noteGoals(int operator) {
        int goals = 0;
        for (int word = 0; word < words; word++) {
            goals += Long.bitCount(rows[(3 * operator + 2) * words + word] & goal[word]);
        }
        if (goals > 0) {
            least = Math.min(least, cost[operator]);
            most = Math.max(most, goals);
        }
    }

    /// True if a cheapest plan was found.
    boolean found() {
        return end != NOBODY;
    }

    SearchCounts counts() {
        return new SearchCounts(expansions, generated, generated, states.size());
    }

    /// The operators of the plan, by their positions in the task; none that costs nothing and serves nothing.
    int[] way() {
        var back = new IntList(16);
        boolean free = false;
        for (int node = end; from[2 * node] != NOBODY; node = from[2 * node]) {
            int operator = from[2 * node + 1];
            back.add(operator);
            free |= cost[operator] == 0;
        }
        int[] way = new int[back.size];
        for (int at = 0; at < way.length; at++) {
            way[at] = back.item[way.length - 1 - at];
        }
        return free ? Redundancy.removed(task, way) : way;
    }

    private void run(SearchLimits limits) {
        pack(task.initial(), there, 0);
        reach(NOBODY, NOBODY, 0);
        while (!open.isEmpty() && !isOver(limits)) {
            int node = open.pop();
            if (open.first() != price[2 * node + 1]) {
                continue;
            }
            states.state(node, here);
            if (missing(here) == 0) {
                end = node;
                return;
            }
            expand(node);
        }
    }

    private boolean isOver(SearchLimits limits) {
        return expansions * operators >= WORK
                || ((expansions & STATES_BETWEEN_STOPS) == STATES_BETWEEN_STOPS
                        && limits.stop().getAsBoolean());
    }

    private void expand(int node) {
        expansions++;
        for (int operator = 0; operator < operators; operator++) {
            if (isApplicable(operator)) {
                apply(operator);
                reach(node, operator, price[2 * node] + cost[operator]);
            }
        }
    }

    private boolean isApplicable(int operator) {
        int row = 3 * operator * words;
        for (int word = 0; word < words; word++) {
            if ((rows[row + word] & ~here[word]) != 0) {
                return false;
            }
        }
        return true;
    }

    private void apply(int operator) {
        int row = (3 * operator + 1) * words;
        for (int word = 0; word < words; word++) {
            there[word] = (here[word] & ~rows[row + word]) | rows[row + words + word];
        }
    }

    private void reach(int before, int operator, long spent) {
        generated++;
        int node = states.number(there);
        if (states.isNew()) {
            makeRoom(node);
        } else if (spent >= price[2 * node]) {
            return;
        }
        long rest = rest();
        price[2 * node] = spent;
        price[2 * node + 1] = spent + rest;
        from[2 * node] = before;
        from[2 * node + 1] = operator;
        open.push(spent + rest, rest, node);
    }

    /// A bound on the cost from there to the goal: one operator brings so many of the missing goals at most, and costs
    /// so much at least. It falls with no step by more than the step costs.
    private long rest() {
        int missing = missing(there);
        if (missing == 0 || least == Long.MAX_VALUE) {
            return 0;
        }
        return most == 1 ? missing * least : (missing + most - 1) / most * least;
    }

    private int missing(long[] state) {
        int missing = 0;
        for (int word = 0; word < words; word++) {
            missing += Long.bitCount(goal[word] & ~state[word]);
        }
        return missing;
    }

    private void makeRoom(int node) {
        if (2 * node == price.length) {
            price = Arrays.copyOf(price, node * 8);
            from = Arrays.copyOf(from, node * 8);
        }
    }
}
