package muster.strips;

import java.util.Arrays;
import java.util.List;

/// A task that holds only what matters, in flat arrays. A state is an array of words: one bit per fact, then one word
/// per numeric variable.
final class CompactTask {
    /// A guess: in the field's own tasks nearly all operators take something away, in plans of work hardly any.
    static final int FEW = 4;

    final int facts;
    final int factWords;
    final int[] initial;
    final int[] goal;
    final Rows pre;
    final Rows add;
    /// Without what is added as well.
    final Rows del;
    final long[] cost;
    /// The position of each operator in the task as given.
    final int[] origin;
    final NumericPart numeric;

    /// What a compact task is made of: facts with their initial and goal, and operators as rows.
    ///
    /// @param origin the position of each operator in the task as given
    record Parts(
            int facts,
            FactSet initial,
            FactSet goal,
            Rows pre,
            Rows add,
            Rows del,
            List<Operator> operators,
            IntList origin) {}

    CompactTask(Parts parts, NumericPart numeric) {
        this.facts = parts.facts;
        this.factWords = (facts + 63) >>> 6;
        this.initial = parts.initial.toArray();
        this.goal = parts.goal.toArray();
        this.pre = parts.pre;
        this.add = parts.add;
        this.del = parts.del;
        this.cost = parts.operators.stream().mapToLong(Operator::cost).toArray();
        this.origin = parts.origin.toArray();
        this.numeric = numeric;
    }

    int operators() {
        return cost.length;
    }

    /// Words of a state.
    int words() {
        return factWords + numeric.size();
    }

    long[] start() {
        long[] state = new long[words()];
        for (int fact : initial) {
            set(state, fact);
        }
        System.arraycopy(numeric.initial, 0, state, factWords, numeric.size());
        return state;
    }

    static boolean has(long[] state, int fact) {
        return (state[fact >>> 6] >>> fact & 1) != 0;
    }

    static void set(long[] state, int fact) {
        state[fact >>> 6] |= 1L << fact;
    }

    static void clear(long[] state, int fact) {
        state[fact >>> 6] &= ~(1L << fact);
    }

    boolean applicable(int operator, long[] state) {
        for (int at = pre.start[operator]; at < pre.start[operator + 1]; at++) {
            if (!has(state, pre.item[at])) {
                return false;
            }
        }
        return numeric.holds(operator, state, factWords);
    }

    void apply(int operator, long[] from, long[] to) {
        System.arraycopy(from, 0, to, 0, from.length);
        for (int at = del.start[operator]; at < del.start[operator + 1]; at++) {
            clear(to, del.item[at]);
        }
        for (int at = add.start[operator]; at < add.start[operator + 1]; at++) {
            set(to, add.item[at]);
        }
        numeric.apply(operator, to, factWords);
    }

    boolean goalHolds(long[] state) {
        for (int fact : goal) {
            if (!has(state, fact)) {
                return false;
            }
        }
        return numeric.goalHolds(state, factWords);
    }

    /// True if no operator takes anything away, so that the order of a plan does not matter.
    boolean monotone() {
        return del.item.length == 0 && numeric.size() == 0;
    }

    /// True if at most one operator in [#FEW] takes a fact away that others need.
    boolean mostlyMonotone() {
        var neededBy = pre.inverse(facts);
        int taking = 0;
        for (int operator = 0; operator < operators(); operator++) {
            taking += takes(operator, neededBy) ? 1 : 0;
        }
        return taking * FEW <= operators();
    }

    private boolean takes(int operator, Rows neededBy) {
        for (int at = del.start[operator]; at < del.start[operator + 1]; at++) {
            int mine = pre.contains(operator, del.item[at]) ? 1 : 0;
            if (neededBy.length(del.item[at]) > mine || isGoal(del.item[at])) {
                return true;
            }
        }
        return false;
    }

    private boolean isGoal(int fact) {
        return Arrays.stream(goal).anyMatch(each -> each == fact);
    }
}
