package muster.planning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.PriorityQueue;

/// A lower bound on the cost to the goal, as a sum over cuts: sets of actions of which every plan contains at least
/// one.
/// Helmert and Domshlak, "Landmarks, critical paths and abstractions: what's the difference anyway?", ICAPS 2009.
final class LandmarkCut {
    /// The cost of an action that may not be used.
    static final long BANNED = -1;

    private static final long UNREACHED = Long.MAX_VALUE;

    private final int[][] needs;
    private final int[][] adds;
    private final int[][] neededBy;
    private final int[][] addedBy;
    private final int always;
    private final int reachedGoal;
    private final long[] value;
    private final int[] pending;
    private final int[] supporter;
    private final PriorityQueue<Entry> queue = new PriorityQueue<>();

    /// The bound and its cuts.
    sealed interface Bound {
        /// The goal cannot be reached, even if nothing were ever undone.
        record DeadEnd() implements Bound {}

        /// No plan costs less than `value`.
        record AtLeast(long value, List<int[]> cuts) implements Bound {}
    }

    private record Entry(long value, int fact) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byValue = Long.compare(value, other.value);
            return byValue != 0 ? byValue : Integer.compare(fact, other.fact);
        }
    }

    LandmarkCut(Encoding problem) {
        int actions = problem.needs.length;
        always = problem.facts.size();
        reachedGoal = always + 1;
        needs = Arrays.copyOf(problem.needs, actions + 1);
        needs[actions] = problem.goal;
        for (int action = 0; action <= actions; action++) {
            needs[action] = needs[action].length == 0 ? new int[] {always} : needs[action];
        }
        adds = Arrays.copyOf(problem.adds, actions + 1);
        adds[actions] = new int[] {reachedGoal};
        neededBy = inverse(needs, always + 2);
        addedBy = inverse(adds, always + 2);
        value = new long[always + 2];
        pending = new int[actions + 1];
        supporter = new int[actions + 1];
    }

    /// The bound from a state, with a cost per action or [#BANNED].
    Bound from(BitSet state, long[] costs) {
        long[] left = Arrays.copyOf(costs, costs.length + 1);
        var cuts = new ArrayList<int[]>();
        long sum = 0;
        settleAll(state, left);
        while (value[reachedGoal] > 0) {
            if (value[reachedGoal] == UNREACHED) {
                return new Bound.DeadEnd();
            }
            int[] cut = new Walk(state, goalZone(left)).cut();
            long cheapest =
                    Arrays.stream(cut).mapToLong(action -> left[action]).min().orElseThrow();
            for (int action : cut) {
                left[action] -= cheapest;
            }
            sum += cheapest;
            cuts.add(cut);
            cheapen(cut, left);
        }
        return new Bound.AtLeast(sum, cuts);
    }

    private void settleAll(BitSet state, long[] cost) {
        Arrays.fill(value, UNREACHED);
        Arrays.fill(supporter, -1);
        for (int action = 0; action < pending.length; action++) {
            pending[action] = needs[action].length;
        }
        reach(always, 0);
        state.stream().forEach(fact -> reach(fact, 0));
        while (!queue.isEmpty()) {
            var entry = queue.remove();
            if (entry.value == value[entry.fact]) {
                settle(entry.fact, cost);
            }
        }
    }

    /// Facts are settled from cheap to dear, so the one that makes an action possible is its dearest precondition.
    private void settle(int fact, long[] cost) {
        for (int action : neededBy[fact]) {
            if (--pending[action] == 0 && cost[action] != BANNED) {
                supporter[action] = fact;
                reachAll(adds[action], value[fact] + cost[action]);
            }
        }
    }

    /// Passes on that some actions cost less; only what gets cheaper is looked at again.
    private void cheapen(int[] cut, long[] cost) {
        for (int action : cut) {
            reachAll(adds[action], value[supporter[action]] + cost[action]);
        }
        while (!queue.isEmpty()) {
            var entry = queue.remove();
            if (entry.value == value[entry.fact]) {
                supportAnew(entry.fact, cost);
            }
        }
    }

    private void supportAnew(int fact, long[] cost) {
        for (int action : neededBy[fact]) {
            if (supporter[action] == fact) {
                int dearest = dearest(needs[action]);
                supporter[action] = dearest;
                reachAll(adds[action], value[dearest] + cost[action]);
            }
        }
    }

    private int dearest(int[] facts) {
        int dearest = facts[0];
        for (int fact : facts) {
            dearest = value[fact] > value[dearest] ? fact : dearest;
        }
        return dearest;
    }

    private void reachAll(int[] facts, long at) {
        for (int fact : facts) {
            reach(fact, at);
        }
    }

    private void reach(int fact, long at) {
        if (at < value[fact]) {
            value[fact] = at;
            queue.add(new Entry(at, fact));
        }
    }

    private BitSet goalZone(long[] cost) {
        var zone = new BitSet();
        zone.set(reachedGoal);
        var open = new ArrayDeque<Integer>(List.of(reachedGoal));
        while (!open.isEmpty()) {
            Arrays.stream(addedBy[open.remove()])
                    .filter(action -> supporter[action] >= 0 && cost[action] == 0)
                    .map(action -> supporter[action])
                    .filter(fact -> !zone.get(fact))
                    .forEach(fact -> {
                        zone.set(fact);
                        open.add(fact);
                    });
        }
        return zone;
    }

    /// Walks from a state up to the border of the goal zone; the actions that cross it are the cut.
    private final class Walk {
        private final BitSet zone;
        private final BitSet seen;
        private final ArrayDeque<Integer> open = new ArrayDeque<>();
        private final BitSet cut = new BitSet();

        Walk(BitSet state, BitSet zone) {
            this.zone = zone;
            this.seen = (BitSet) state.clone();
            seen.set(always);
            seen.stream().forEach(open::add);
        }

        int[] cut() {
            while (!open.isEmpty()) {
                int fact = open.remove();
                Arrays.stream(neededBy[fact])
                        .filter(action -> supporter[action] == fact)
                        .forEach(this::take);
            }
            return cut.stream().toArray();
        }

        private void take(int action) {
            if (Encoding.containsAny(zone, adds[action])) {
                cut.set(action);
                return;
            }
            for (int added : adds[action]) {
                if (!seen.get(added)) {
                    seen.set(added);
                    open.add(added);
                }
            }
        }
    }

    private static int[][] inverse(int[][] facts, int size) {
        List<List<Integer>> by = new ArrayList<>();
        for (int fact = 0; fact < size; fact++) {
            by.add(new ArrayList<>());
        }
        for (int action = 0; action < facts.length; action++) {
            for (int fact : facts[action]) {
                by.get(fact).add(action);
            }
        }
        return by.stream()
                .map(actions -> actions.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
