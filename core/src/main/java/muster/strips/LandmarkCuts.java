package muster.strips;

import java.util.Arrays;

/// A lower bound on the cost from a state to the goal, as a sum over cuts: sets of operators of which every plan
/// contains at least one, each counted with a cost that the operators can spare.
/// Helmert and Domshlak, "Landmarks, critical paths and abstractions: what's the difference anyway?", ICAPS 2009.
final class LandmarkCuts {
    /// The goal cannot be reached from the state, even if nothing were ever taken away.
    static final long DEAD_END = Long.MAX_VALUE;

    /// The price of an operator that may not be used.
    static final long BANNED = -1;

    private static final long UNREACHED = Long.MAX_VALUE / 2;

    private final RelaxedTask task;
    private final int[] preCount;
    private final int[] onlyState;
    private final long[] value;
    private final int[] pending;
    private final int[] supporter;
    private final long[] left;
    private final ValueQueue queue;
    private final int[] zone;
    private int zoneStamp;
    private final int[] seen;
    private int seenStamp;
    private final IntList stack;
    private int stateFacts;
    private long sum;

    /// The cuts of the last evaluation: operators of the relaxed task.
    final IntList cut = new IntList(256);
    /// Where each cut starts in `cut`; one more entry for the end of the last.
    final IntList cutStart = new IntList(64);
    /// What each cut counts.
    long[] cutCost = new long[64];

    LandmarkCuts(RelaxedTask task) {
        this.task = task;
        int operators = task.operators();
        this.preCount = new int[operators];
        for (int operator = 0; operator < operators; operator++) {
            preCount[operator] = task.pre.length(operator);
        }
        this.onlyState = new int[task.facts];
        this.value = new long[task.facts];
        this.pending = new int[operators];
        this.supporter = new int[operators];
        this.left = new long[operators];
        this.zone = new int[task.facts];
        this.seen = new int[task.facts];
        this.stack = new IntList(task.facts);
        this.queue = new ValueQueue(Arrays.stream(task.cost).max().orElse(0) * 16);
    }

    int cuts() {
        return cutStart.size - 1;
    }

    /// The bound for a state of the compact task, or [#DEAD_END].
    long bound(long[] state) {
        begin();
        return complete(state);
    }

    /// Forgets all cuts.
    void begin() {
        begin(task.cost);
    }

    /// Forgets all cuts, at prices other than the costs: one per operator of the relaxed task, or [#BANNED].
    void begin(long[] prices) {
        System.arraycopy(prices, 0, left, 0, left.length);
        cut.size = 0;
        cutStart.size = 0;
        cutStart.add(0);
        sum = 0;
    }

    /// What an operator can still spare, or [#BANNED].
    long left(int operator) {
        return left[operator];
    }

    /// Makes what was added to `cut` since the last end a cut of this cost, which its operators must be able to spare.
    void endCut(long cost) {
        for (int at = cutStart.item[cuts()]; at < cut.size; at++) {
            left[cut.item[at]] -= cost;
        }
        if (cuts() == cutCost.length) {
            cutCost = Arrays.copyOf(cutCost, cutCost.length * 2);
        }
        cutCost[cuts()] = cost;
        cutStart.add(cut.size);
        sum += cost;
    }

    /// Adds cuts to those there are until no more can be had, and says what all count together, or [#DEAD_END].
    long complete(long[] state) {
        stateFacts = task.facts(state, onlyState);
        settleAll();
        if (value[task.reachedGoal] >= UNREACHED) {
            return DEAD_END;
        }
        while (value[task.reachedGoal] > 0) {
            nextCut();
        }
        return sum;
    }

    private void nextCut() {
        zoneStamp++;
        seenStamp++;
        markGoalZone();
        int from = cut.size;
        collectCut();
        long cheapest = Long.MAX_VALUE;
        for (int at = from; at < cut.size; at++) {
            cheapest = Math.min(cheapest, left[cut.item[at]]);
        }
        endCut(cheapest);
        cheapen(from);
    }

    private void settleAll() {
        Arrays.fill(value, UNREACHED);
        Arrays.fill(supporter, -1);
        for (int operator = 0; operator < pending.length; operator++) {
            pending[operator] = left[operator] == BANNED ? Integer.MAX_VALUE : preCount[operator];
        }
        queue.clear();
        for (int at = 0; at < stateFacts; at++) {
            value[onlyState[at]] = 0;
            queue.push(0, onlyState[at]);
        }
        while (!queue.isEmpty()) {
            int fact = queue.pop();
            if (queue.value() == value[fact]) {
                settle(fact);
            }
        }
    }

    /// Facts are settled from cheap to dear, so the one that makes an operator possible is its dearest precondition.
    private void settle(int fact) {
        int[] needing = task.neededBy.item;
        int end = task.neededBy.start[fact + 1];
        for (int at = task.neededBy.start[fact]; at < end; at++) {
            int operator = needing[at];
            if (--pending[operator] == 0) {
                supporter[operator] = fact;
                reachAll(operator, value[fact] + left[operator]);
            }
        }
    }

    private void reachAll(int operator, long at) {
        int[] added = task.add.item;
        int end = task.add.start[operator + 1];
        for (int place = task.add.start[operator]; place < end; place++) {
            int fact = added[place];
            if (at < value[fact]) {
                value[fact] = at;
                queue.push(at, fact);
            }
        }
    }

    /// Passes on that the operators of a cut cost less; only what gets cheaper is looked at again.
    private void cheapen(int from) {
        queue.clear();
        for (int at = from; at < cut.size; at++) {
            int operator = cut.item[at];
            reachAll(operator, value[supporter[operator]] + left[operator]);
        }
        while (!queue.isEmpty()) {
            int fact = queue.pop();
            if (queue.value() == value[fact]) {
                supportAnew(fact);
            }
        }
    }

    private void supportAnew(int fact) {
        int end = task.neededBy.start[fact + 1];
        for (int at = task.neededBy.start[fact]; at < end; at++) {
            int operator = task.neededBy.item[at];
            if (supporter[operator] == fact) {
                int dearest = dearest(operator);
                supporter[operator] = dearest;
                reachAll(operator, value[dearest] + left[operator]);
            }
        }
    }

    private int dearest(int operator) {
        int at = task.pre.start[operator];
        int dearest = task.pre.item[at];
        for (int end = task.pre.start[operator + 1]; ++at < end; ) {
            int fact = task.pre.item[at];
            if (value[fact] > value[dearest]) {
                dearest = fact;
            }
        }
        return dearest;
    }

    /// The facts from which the goal follows for nothing.
    private void markGoalZone() {
        stack.size = 0;
        stack.add(task.reachedGoal);
        zone[task.reachedGoal] = zoneStamp;
        while (stack.size > 0) {
            int fact = stack.pop();
            for (int at = task.addedBy.start[fact]; at < task.addedBy.start[fact + 1]; at++) {
                enterZoneBefore(task.addedBy.item[at]);
            }
        }
    }

    private void enterZoneBefore(int operator) {
        int fact = supporter[operator];
        if (left[operator] == 0 && fact >= 0 && zone[fact] != zoneStamp) {
            zone[fact] = zoneStamp;
            stack.add(fact);
        }
    }

    /// Walks from the state up to the border of the goal zone; the operators that cross it are the cut.
    private void collectCut() {
        stack.size = 0;
        for (int at = 0; at < stateFacts; at++) {
            seen[onlyState[at]] = seenStamp;
            stack.add(onlyState[at]);
        }
        while (stack.size > 0) {
            int fact = stack.pop();
            int end = task.neededBy.start[fact + 1];
            for (int at = task.neededBy.start[fact]; at < end; at++) {
                walk(task.neededBy.item[at], fact);
            }
        }
    }

    /// Goes on from a fact through an operator that waits for just this fact.
    private void walk(int operator, int fact) {
        if (supporter[operator] == fact) {
            walk(operator);
        }
    }

    private void walk(int operator) {
        int start = task.add.start[operator];
        int end = task.add.start[operator + 1];
        for (int at = start; at < end; at++) {
            if (zone[task.add.item[at]] == zoneStamp) {
                cut.add(operator);
                return;
            }
        }
        for (int at = start; at < end; at++) {
            int fact = task.add.item[at];
            if (seen[fact] != seenStamp) {
                seen[fact] = seenStamp;
                stack.add(fact);
            }
        }
    }
}
