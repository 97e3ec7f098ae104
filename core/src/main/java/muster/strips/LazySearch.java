package muster.strips;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Best-first search for some plan, soon. A state is judged only when it is taken up, by the distance of its parent;
/// operators that begin a relaxed plan have a queue of their own, which is served far more often after each progress.
/// Helmert, "The Fast Downward planning system", JAIR 26, 2006; Richter and Helmert 2009.
final class LazySearch {
    /// By distance alone.
    static final int GREEDY = Integer.MAX_VALUE;

    /// Turns that the preferred queue gains by each progress, as in Fast Downward.
    private static final int BOOST = 1_000;

    private static final int BETWEEN_STOPS = 63;

    private final CompactTask task;
    private final RelaxedPlan heuristic;
    private final Choice choice;
    private final SearchLimits limits;
    private final int weight;
    private final long upper;
    private final StateTable states;
    private final OpenList all = new OpenList(OpenList.Ties.FIRST_IN);
    private final OpenList preferred = new OpenList(OpenList.Ties.FIRST_IN);
    private long allTurns;
    private long preferredTurns;
    private final IntList choices = new IntList(64);
    private final IntList entryFrom = new IntList(256);
    private final IntList entryBy = new IntList(256);
    private final int[] isPreferred;
    private int stamp;
    private final long[] here;
    private long[] spent = new long[64];
    private int[] parent = new int[64];
    private int[] by = new int[64];
    private int goal = -1;
    private long nearest = Long.MAX_VALUE;
    private boolean exhausted;
    private long expansions;
    private long evaluations;
    private long generated;

    /// @param weight of the distance against the cost so far, or [#GREEDY]
    LazySearch(Setting setting, int weight, long upper) {
        this.task = setting.task();
        this.heuristic = new RelaxedPlan(setting.relaxed(), task);
        this.choice = setting.choice();
        this.limits = setting.limits();
        this.weight = weight;
        this.upper = upper;
        this.states = new StateTable(task.words());
        this.here = new long[task.words()];
        this.isPreferred = new int[task.operators()];
    }

    /// True if a plan cheaper than the upper bound was found.
    boolean run() {
        var start = task.start();
        System.arraycopy(start, 0, here, 0, here.length);
        states.number(here);
        makeRoom(0);
        parent[0] = -1;
        visit(0);
        while (goal < 0 && !isOver()) {
            var queue = next();
            if (queue == null) {
                exhausted = true;
                return false;
            }
            take(queue.pop());
        }
        return goal >= 0;
    }

    /// True if every state was looked at, so that there is no cheaper plan; a greedy search below an upper bound
    /// does not come back to a state that it reached at too high a cost, so it cannot tell.
    boolean exhausted() {
        return exhausted && (weight != GREEDY || upper == Long.MAX_VALUE);
    }

    SearchCounts counts() {
        return new SearchCounts(expansions, evaluations, generated, states.size());
    }

    int[] way() {
        var way = new IntList(64);
        for (int node = goal; parent[node] >= 0; node = parent[node]) {
            way.add(by[node]);
        }
        int[] forward = new int[way.size];
        for (int at = 0; at < forward.length; at++) {
            forward[at] = way.item[way.size - 1 - at];
        }
        return forward;
    }

    private boolean isOver() {
        return expansions >= limits.expansions()
                || states.size() >= limits.states()
                || ((generated & BETWEEN_STOPS) == 0 && limits.stop().getAsBoolean());
    }

    private @Nullable OpenList next() {
        if (all.isEmpty() && preferred.isEmpty()) {
            return null;
        }
        if (preferred.isEmpty() || (!all.isEmpty() && allTurns <= preferredTurns)) {
            allTurns++;
            return all;
        }
        preferredTurns++;
        return preferred;
    }

    private void take(int entry) {
        int from = entryFrom.item[entry];
        int operator = entryBy.item[entry];
        long cost = spent[from] + task.cost[operator];
        if (cost >= upper) {
            return;
        }
        states.state(from, here);
        task.apply(operator, here, here);
        generated++;
        int node = states.number(here);
        makeRoom(node);
        boolean cheaper = weight != GREEDY && !states.isNew() && cost < spent[node];
        if (states.isNew() || cheaper) {
            spent[node] = cost;
            parent[node] = from;
            by[node] = operator;
            visit(node);
        }
    }

    private void visit(int node) {
        if (task.goalHolds(here)) {
            goal = node;
            return;
        }
        evaluations++;
        long distance = heuristic.estimate(here);
        if (distance == RelaxedPlan.DEAD_END) {
            return;
        }
        if (distance < nearest) {
            nearest = distance;
            preferredTurns -= BOOST;
        }
        expand(node, distance);
    }

    private void expand(int node, long distance) {
        expansions++;
        stamp++;
        for (int at = 0; at < heuristic.preferred.size; at++) {
            isPreferred[heuristic.preferred.item[at]] = stamp;
        }
        long key = weight == GREEDY ? distance : spent[node] + weight * distance;
        choice.operators(here, choices);
        for (int at = 0; at < choices.size; at++) {
            int operator = choices.item[at];
            int entry = entryFrom.size;
            entryFrom.add(node);
            entryBy.add(operator);
            all.push(key, 0, entry);
            if (isPreferred[operator] == stamp) {
                preferred.push(key, 0, entry);
            }
        }
    }

    private void makeRoom(int node) {
        if (node >= spent.length) {
            int length = spent.length * 2;
            spent = Arrays.copyOf(spent, length);
            parent = Arrays.copyOf(parent, length);
            by = Arrays.copyOf(by, length);
        }
    }
}
