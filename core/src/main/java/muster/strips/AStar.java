package muster.strips;

import java.util.Arrays;

/// A* over states with landmark cuts. A successor first inherits a bound: the cuts of its parent that its
/// operator is not in are cuts of its own, so an operator in no cut makes the way dearer by its whole cost. Only
/// when a state comes to the front is its own bound computed, and successors that are sure to be dearer are made
/// only when their turn comes (as in partial expansion, Yoshizumi et al. 2000; Goldenberg et al. 2014).
final class AStar {
    private static final byte INHERITED = 0;
    private static final byte BOUNDED = 1;
    private static final byte HALF_EXPANDED = 2;
    private static final byte CLOSED = 3;
    private static final int NOBODY = -1;
    private static final int BETWEEN_STOPS = 63;

    private final CompactTask task;
    private final LandmarkCuts cuts;
    private final CutStore store;
    private final RelaxedTask relaxed;
    private final Choice choice;
    private final Orbits orbits;
    private final SearchLimits limits;
    private final StateTable states;
    private final OpenList open = new OpenList(OpenList.Ties.LAST_IN);
    private final IntList choices = new IntList(64);
    private final IntList pool = new IntList(1024);
    private final long[] spared;
    private final int[] tried;
    private int stamp;
    private final long[] here;
    private final long[] there;

    private long[] spent = new long[64];
    private long[] ahead = new long[64];
    private long[] queued = new long[64];
    private long[] slack = new long[64];
    private long[] stored = new long[64];
    private int[] parent = new int[64];
    private int[] by = new int[64];
    private int[] sure = new int[64];
    private byte[] phase = new byte[64];

    private long upper;
    private int goal = NOBODY;
    private long expansions;
    private long evaluations;
    private long generated;
    private long bound;

    /// How it ended.
    enum End {
        PROVEN,
        LIMIT
    }

    /// @param upper the cost of a plan that is known, or `Long.MAX_VALUE`: only cheaper ones are looked for
    AStar(Setting setting, long upper) {
        this.task = setting.task();
        this.relaxed = setting.relaxed();
        this.cuts = new LandmarkCuts(relaxed);
        this.store = new CutStore(relaxed);
        this.choice = setting.choice();
        this.orbits = setting.orbits();
        this.limits = setting.limits();
        this.states = new StateTable(task.words());
        this.here = new long[task.words()];
        this.there = new long[task.words()];
        this.spared = new long[task.operators()];
        this.tried = new int[task.operators()];
        this.upper = upper;
    }

    /// Searches until the cheapest plan is proven, or proven not to exist, or a limit is reached.
    End run() {
        reach(task.start(), NOBODY, NOBODY, 0);
        while (!open.isEmpty()) {
            int node = open.pop();
            if (open.first() != queued[node] || phase[node] == CLOSED) {
                continue;
            }
            bound = open.first();
            if (bound >= upper) {
                return End.PROVEN;
            }
            if (isOver()) {
                return End.LIMIT;
            }
            visit(node);
        }
        bound = upper;
        return End.PROVEN;
    }

    /// No plan costs less.
    long bound() {
        return Math.min(bound, upper);
    }

    /// The cost of the cheapest plan known, that found or that given.
    long upper() {
        return upper;
    }

    boolean found() {
        return goal != NOBODY;
    }

    SearchCounts counts() {
        return new SearchCounts(expansions, evaluations, generated, states.size());
    }

    /// The operators of the compact task on the way to the goal.
    int[] way() {
        var way = new IntList(64);
        for (int node = goal; parent[node] != NOBODY; node = parent[node]) {
            way.add(by[node]);
        }
        int[] forward = new int[way.size];
        for (int at = 0; at < forward.length; at++) {
            forward[at] = way.item[way.size - 1 - at];
        }
        return orbits.trueWay(forward);
    }

    private boolean isOver() {
        return expansions >= limits.expansions()
                || states.size() >= limits.states()
                || ((evaluations & BETWEEN_STOPS) == 0 && limits.stop().getAsBoolean());
    }

    private void visit(int node) {
        states.state(node, here);
        switch (phase[node]) {
            case INHERITED -> evaluate(node);
            case BOUNDED -> expandSure(node);
            case HALF_EXPANDED -> expandRest(node);
            default -> throw new IllegalStateException("a closed node cannot be queued");
        }
    }

    private void evaluate(int node) {
        evaluations++;
        long value = bound(node);
        if (value == LandmarkCuts.DEAD_END) {
            phase[node] = CLOSED;
            return;
        }
        stored[node] = store.store(cuts);
        boolean dearer = value > ahead[node];
        ahead[node] = Math.max(ahead[node], value);
        choice.operators(here, choices);
        noteSure(node);
        phase[node] = BOUNDED;
        if (dearer) {
            queue(node, spent[node] + ahead[node]);
        } else {
            expandSure(node);
        }
    }

    private long bound(int node) {
        int from = parent[node];
        if (from == NOBODY || !store.has(stored[from]) || !isPlain(node)) {
            return cuts.bound(here);
        }
        store.begin(cuts, stored[from], by[node]);
        return cuts.complete(here);
    }

    /// True if the state is what its parent becomes, not only a representative of it.
    private boolean isPlain(int node) {
        if (orbits.isEmpty()) {
            return true;
        }
        states.state(parent[node], there);
        task.apply(by[node], there.clone(), there);
        return Arrays.equals(here, there);
    }

    /// Notes which operators to try may lie on a way that costs no more than the bound.
    private void noteSure(int node) {
        addSpared(1);
        sure[node] = pool.size;
        pool.add(0);
        long least = Long.MAX_VALUE;
        for (int at = 0; at < choices.size; at++) {
            int operator = choices.item[at];
            long more = task.cost[operator] - spared[operator];
            if (more <= 0) {
                pool.add(operator);
            } else {
                least = Math.min(least, more);
            }
        }
        pool.item[sure[node]] = pool.size - sure[node] - 1;
        slack[node] = least;
        addSpared(0);
    }

    /// Sums up what the cuts count of each operator, or sets it back to nothing.
    private void addSpared(int factor) {
        for (int number = 0; number < cuts.cuts(); number++) {
            for (int at = cuts.cutStart.item[number]; at < cuts.cutStart.item[number + 1]; at++) {
                int operator = relaxed.origin[cuts.cut.item[at]];
                spared[operator] = (spared[operator] + cuts.cutCost[number]) * factor;
            }
        }
    }

    private void expandSure(int node) {
        expansions++;
        int from = sure[node] + 1;
        for (int at = from; at < from + pool.item[from - 1]; at++) {
            generate(node, pool.item[at], 0);
        }
        phase[node] = slack[node] == Long.MAX_VALUE ? CLOSED : HALF_EXPANDED;
        if (phase[node] == HALF_EXPANDED) {
            queue(node, spent[node] + ahead[node] + slack[node]);
        }
    }

    private void expandRest(int node) {
        phase[node] = CLOSED;
        stamp++;
        int from = sure[node] + 1;
        for (int at = from; at < from + pool.item[from - 1]; at++) {
            tried[pool.item[at]] = stamp;
        }
        choice.operators(here, choices);
        for (int at = 0; at < choices.size; at++) {
            if (tried[choices.item[at]] != stamp) {
                generate(node, choices.item[at], slack[node]);
            }
        }
    }

    private void generate(int node, int operator, long more) {
        generated++;
        task.apply(operator, here, there);
        reach(there, node, operator, Math.max(0, ahead[node] - task.cost[operator] + more));
    }

    private void reach(long[] state, int from, int operator, long atLeast) {
        long cost = from == NOBODY ? 0 : spent[from] + task.cost[operator];
        orbits.represent(state);
        int node = states.number(state);
        if (states.isNew()) {
            makeRoom(node);
            spent[node] = Long.MAX_VALUE;
        }
        if (cost >= spent[node]) {
            return;
        }
        spent[node] = cost;
        parent[node] = from;
        by[node] = operator;
        ahead[node] = Math.max(ahead[node], atLeast);
        phase[node] = phase[node] == INHERITED ? INHERITED : BOUNDED;
        if (cost + ahead[node] >= upper) {
            queued[node] = Long.MAX_VALUE;
            return;
        }
        if (task.goalHolds(state)) {
            upper = cost;
            goal = node;
            return;
        }
        queue(node, cost + ahead[node]);
    }

    private void queue(int node, long key) {
        if (key < upper) {
            queued[node] = key;
            open.push(key, ahead[node], node);
        }
    }

    private void makeRoom(int node) {
        if (node < spent.length) {
            return;
        }
        int length = spent.length * 2;
        spent = Arrays.copyOf(spent, length);
        ahead = Arrays.copyOf(ahead, length);
        queued = Arrays.copyOf(queued, length);
        slack = Arrays.copyOf(slack, length);
        stored = Arrays.copyOf(stored, length);
        parent = Arrays.copyOf(parent, length);
        by = Arrays.copyOf(by, length);
        sure = Arrays.copyOf(sure, length);
        phase = Arrays.copyOf(phase, length);
    }
}
