package muster.strips;

/// Leaves out operators that can as well be applied later: it begins with all producers of one open goal and closes the
/// set under what its members still need, and under what interferes with those that may be applied now.
/// Wehrle and Helmert, "Efficient stubborn sets: generalized algorithms and selection strategies", ICAPS 2014.
final class StubbornSets implements Choice {
    private final CompactTask task;
    private final Interference interference;
    private final Rows producers;
    private final Rows raisers;
    private final int[] member;
    private final int[] asked;
    private final IntList queue = new IntList(64);
    private int stamp;

    StubbornSets(CompactTask task, Mutexes mutexes) {
        this.task = task;
        this.interference = new Interference(task, mutexes);
        this.producers = task.add.inverse(task.facts);
        this.raisers = task.numeric.changes.inverse(task.numeric.size());
        this.member = new int[task.operators()];
        this.asked = new int[task.facts];
    }

    @Override
    public void operators(long[] state, IntList into) {
        into.size = 0;
        queue.size = 0;
        stamp++;
        seed(state);
        for (int next = 0; next < queue.size; next++) {
            int operator = queue.item[next];
            int missing = missing(operator, state);
            if (missing >= 0) {
                ask(missing);
            } else if (task.numeric.holds(operator, state, task.factWords)) {
                into.add(operator);
                addAll(interference.with(operator));
            } else {
                addRaisers(operator, state);
            }
        }
    }

    private void seed(long[] state) {
        for (int fact : task.goal) {
            if (!CompactTask.has(state, fact)) {
                ask(fact);
                return;
            }
        }
        var numeric = task.numeric;
        for (int at = 0; at < numeric.goalVariable.length; at++) {
            if (state[task.factWords + numeric.goalVariable[at]] < numeric.goalValue[at]) {
                addRaisers(numeric.goalVariable[at]);
                return;
            }
        }
    }

    /// A fact that the operator still needs: one whose producers are in already, else the one with fewest; -1 if all
    /// hold.
    private int missing(int operator, long[] state) {
        int best = -1;
        for (int at = task.pre.start[operator]; at < task.pre.start[operator + 1]; at++) {
            int fact = task.pre.item[at];
            if (CompactTask.has(state, fact)) {
                continue;
            }
            if (asked[fact] == stamp) {
                return fact;
            }
            best = best < 0 || producers.length(fact) < producers.length(best) ? fact : best;
        }
        return best;
    }

    private void ask(int fact) {
        if (asked[fact] == stamp) {
            return;
        }
        asked[fact] = stamp;
        for (int at = producers.start[fact]; at < producers.start[fact + 1]; at++) {
            add(producers.item[at]);
        }
    }

    private void addRaisers(int operator, long[] state) {
        var numeric = task.numeric;
        for (int at = numeric.needs.start[operator]; at < numeric.needs.start[operator + 1]; at++) {
            if (state[task.factWords + numeric.needs.item[at]] < numeric.needed[at]) {
                addRaisers(numeric.needs.item[at]);
                return;
            }
        }
    }

    private void addRaisers(int variable) {
        for (int at = raisers.start[variable]; at < raisers.start[variable + 1]; at++) {
            add(raisers.item[at]);
        }
    }

    private void addAll(int[] operators) {
        for (int operator : operators) {
            add(operator);
        }
    }

    private void add(int operator) {
        if (member[operator] != stamp) {
            member[operator] = stamp;
            queue.add(operator);
        }
    }
}
