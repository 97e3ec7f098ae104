package muster.strips;

import java.util.Arrays;

/// Best-first search for some plan that goes where something is new: a state counts for more if a fact, or at least a
/// pair of facts, holds in it for the first time among states with as many goals open. It asks no heuristic, so that a
/// state costs little, and it leaves plateaus on which relaxed plans mislead. Complete, since nothing is left out.
/// Lipovetzky and Geffner, "Best-first width search", AAAI 2017.
final class NoveltySearch {
    private static final long NEW_FACT = 1;
    private static final long NEW_PAIR = 2;
    private static final long NOTHING_NEW = 3;

    /// Words for all pairs, some 200 MB at most; larger tasks look at single facts.
    private static final long MOST_WORDS = 25_000_000;

    private static final int BETWEEN_STOPS = 63;

    private final CompactTask task;
    private final Choice choice;
    private final SearchLimits limits;
    private final StateTable states;
    private final OpenList open = new OpenList(OpenList.Ties.FIRST_IN);
    private final IntList choices = new IntList(64);
    private final long[][] seen;
    private final long[][] seenPairs;
    private final boolean pairs;
    private final long[] here;
    private final long[] there;
    private int[] parent = new int[64];
    private int[] by = new int[64];
    private int goal = -1;
    private int unmetHere;
    private boolean exhausted;
    private long expansions;
    private long generated;

    NoveltySearch(Setting setting) {
        this.task = setting.task();
        this.choice = setting.choice();
        this.limits = setting.limits();
        this.states = new StateTable(task.words());
        this.here = new long[task.words()];
        this.there = new long[task.words()];
        this.seen = new long[task.goal.length + 1][];
        this.seenPairs = new long[task.goal.length + 1][];
        this.pairs = pairWords() * seen.length <= MOST_WORDS;
    }

    /// True if a plan was found.
    boolean run() {
        var start = task.start();
        states.number(start);
        parent[0] = -1;
        meet(0, start, -1);
        while (goal < 0 && !isOver()) {
            if (open.isEmpty()) {
                exhausted = true;
                return false;
            }
            expand(open.pop());
        }
        return goal >= 0;
    }

    /// True if every state was looked at, so that there is no plan.
    boolean exhausted() {
        return exhausted;
    }

    SearchCounts counts() {
        return new SearchCounts(expansions, 0, generated, states.size());
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
                || ((expansions & BETWEEN_STOPS) == 0 && limits.stop().getAsBoolean());
    }

    private void expand(int node) {
        expansions++;
        states.state(node, here);
        unmetHere = unmet(here);
        choice.operators(here, choices);
        for (int at = 0; at < choices.size && goal < 0; at++) {
            generated++;
            task.apply(choices.item[at], here, there);
            int next = states.number(there);
            if (states.isNew()) {
                makeRoom(next);
                parent[next] = node;
                by[next] = choices.item[at];
                meet(next, there, choices.item[at]);
            }
        }
    }

    /// @param operator that led here, -1 at the start
    private void meet(int node, long[] state, int operator) {
        if (task.goalHolds(state)) {
            goal = node;
            return;
        }
        int unmet = unmet(state);
        if (seen[unmet] == null) {
            seen[unmet] = new long[task.factWords];
            seenPairs[unmet] = new long[pairs ? (int) pairWords() : 0];
        }
        open.push(novelty(state, unmet, operator), unmet, node);
    }

    private int unmet(long[] state) {
        int unmet = 0;
        for (int fact : task.goal) {
            unmet += CompactTask.has(state, fact) ? 0 : 1;
        }
        return unmet;
    }

    /// Only what the last operator made true can be new, unless it changed the number of open goals.
    private long novelty(long[] state, int unmet, int operator) {
        long novelty = NOTHING_NEW;
        if (operator < 0 || unmet != unmetHere) {
            for (int fact = 0; fact < task.facts; fact++) {
                novelty = CompactTask.has(state, fact) ? Math.min(novelty, note(fact, state, unmet)) : novelty;
            }
            return novelty;
        }
        for (int at = task.add.start[operator]; at < task.add.start[operator + 1]; at++) {
            novelty = Math.min(novelty, note(task.add.item[at], state, unmet));
        }
        return novelty;
    }

    /// Notes that a fact holds beside all others of the state, and says what of that is new.
    private long note(int fact, long[] state, int unmet) {
        boolean isNew = !CompactTask.has(seen[unmet], fact);
        CompactTask.set(seen[unmet], fact);
        long novelty = isNew ? NEW_FACT : NOTHING_NEW;
        for (int word = 0; pairs && word < task.factWords; word++) {
            novelty = Math.min(novelty, notePairs(fact, word << 6, state[word], seenPairs[unmet]));
        }
        return novelty;
    }

    private long notePairs(int fact, int base, long beside, long[] noted) {
        long novelty = NOTHING_NEW;
        for (long bits = beside; bits != 0; bits &= bits - 1) {
            int other = base + Long.numberOfTrailingZeros(bits);
            long pair = (long) Math.min(fact, other) * task.facts + Math.max(fact, other);
            int at = (int) (pair >>> 6);
            novelty = (noted[at] >>> pair & 1) == 0 ? NEW_PAIR : novelty;
            noted[at] |= 1L << pair;
        }
        return novelty;
    }

    private long pairWords() {
        return (((long) task.facts * task.facts) >>> 6) + 1;
    }

    private void makeRoom(int node) {
        if (node >= parent.length) {
            parent = Arrays.copyOf(parent, parent.length * 2);
            by = Arrays.copyOf(by, by.length * 2);
        }
    }
}
