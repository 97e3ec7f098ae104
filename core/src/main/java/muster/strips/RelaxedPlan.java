package muster.strips;

import java.util.Arrays;

/// An estimate of the cost to the goal: that of a plan of the relaxed task, put together from the cheapest
/// producer of each fact by additive costs (Hoffmann and Nebel 2001; Keyder and Geffner 2008). It may be too
/// high. The operators that begin that plan are preferred.
final class RelaxedPlan {
    static final long DEAD_END = Long.MAX_VALUE;

    private static final long UNREACHED = Long.MAX_VALUE / 2;

    private final RelaxedTask task;
    private final CompactTask compact;
    private final int[] preCount;
    private final long[] weight;
    private final int[] facts;
    private final long[] value;
    private final int[] producer;
    private final int[] pending;
    private final long[] reachedAt;
    private final ValueQueue queue;
    private final int[] marked;
    private final int[] taken;
    private final int[] original;
    private int stamp;
    private final IntList stack;

    /// The operators of the compact task that begin the relaxed plan of the last evaluation.
    final IntList preferred = new IntList(16);

    RelaxedPlan(RelaxedTask task, CompactTask compact) {
        this.task = task;
        this.compact = compact;
        int operators = task.operators();
        this.preCount = new int[operators];
        for (int operator = 0; operator < operators; operator++) {
            preCount[operator] = task.pre.length(operator);
        }
        this.weight = Arrays.stream(task.cost).map(cost -> cost + 1).toArray();
        boolean unit = Arrays.stream(compact.cost).allMatch(cost -> cost == 1);
        if (unit) {
            System.arraycopy(task.cost, 0, weight, 0, operators);
        }
        this.facts = new int[task.facts];
        this.value = new long[task.facts];
        this.producer = new int[task.facts];
        this.pending = new int[operators];
        this.reachedAt = new long[operators];
        this.marked = new int[task.facts];
        this.taken = new int[operators];
        this.original = new int[compact.operators()];
        this.stack = new IntList(task.facts);
        this.queue = new ValueQueue(Arrays.stream(weight).max().orElse(0) * 64);
    }

    /// The estimate for a state, in costs plus one per operator if costs differ; or [#DEAD_END], which is sure.
    long estimate(long[] state) {
        preferred.size = 0;
        settleAll(state);
        if (value[task.reachedGoal] >= UNREACHED) {
            return DEAD_END;
        }
        return extract(state);
    }

    private void settleAll(long[] state) {
        Arrays.fill(value, UNREACHED);
        System.arraycopy(preCount, 0, pending, 0, pending.length);
        System.arraycopy(weight, 0, reachedAt, 0, weight.length);
        queue.clear();
        int count = task.facts(state, facts);
        for (int at = 0; at < count; at++) {
            value[facts[at]] = 0;
            producer[facts[at]] = -1;
            queue.push(0, facts[at]);
        }
        while (!queue.isEmpty()) {
            int fact = queue.pop();
            if (queue.value() == value[fact]) {
                settle(fact);
            }
        }
    }

    private void settle(int fact) {
        long at = value[fact];
        int end = task.neededBy.start[fact + 1];
        for (int place = task.neededBy.start[fact]; place < end; place++) {
            int operator = task.neededBy.item[place];
            reachedAt[operator] += at;
            if (--pending[operator] == 0) {
                reachAll(operator, reachedAt[operator]);
            }
        }
    }

    private void reachAll(int operator, long at) {
        int end = task.add.start[operator + 1];
        for (int place = task.add.start[operator]; place < end; place++) {
            int fact = task.add.item[place];
            if (at < value[fact]) {
                value[fact] = at;
                producer[fact] = operator;
                queue.push(at, fact);
            }
        }
    }

    private long extract(long[] state) {
        stamp++;
        stack.size = 0;
        stack.add(task.reachedGoal);
        marked[task.reachedGoal] = stamp;
        long sum = 0;
        while (stack.size > 0) {
            int operator = producer[stack.pop()];
            if (operator >= 0 && taken[operator] != stamp) {
                taken[operator] = stamp;
                sum += weight[operator];
                take(operator, state);
            }
        }
        return sum;
    }

    private void take(int operator, long[] state) {
        for (int at = task.pre.start[operator]; at < task.pre.start[operator + 1]; at++) {
            int fact = task.pre.item[at];
            if (marked[fact] != stamp) {
                marked[fact] = stamp;
                stack.add(fact);
            }
        }
        int origin = task.origin[operator];
        if (origin >= 0 && original[origin] != stamp && compact.applicable(origin, state)) {
            original[origin] = stamp;
            preferred.add(origin);
        }
    }
}
