package muster.strips;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Writes a plan in another order that works as well: steps are bound to their order only where one touches what the
/// other needs or makes. What serves one end then stands together, so that a window sees it as a whole.
final class Linearisation {
    private final StripsTask task;
    private final int[] plan;
    private final List<BitSet> before = new ArrayList<>();
    private final boolean[] written;
    private final IntList order;

    private Linearisation(StripsTask task, int[] plan) {
        this.task = task;
        this.plan = plan;
        this.written = new boolean[plan.length];
        this.order = new IntList(plan.length);
        for (int step = 0; step < plan.length; step++) {
            before.add(mustPrecede(step));
        }
    }

    /// Another order of the plan; each seed gives one.
    static int[] of(StripsTask task, int[] plan, long seed) {
        var line = new Linearisation(task, plan);
        for (int step : shuffled(plan.length, seed)) {
            line.write(step);
        }
        return line.order.toArray();
    }

    /// Writes all that must precede a step, latest first, then the step.
    private void write(int step) {
        if (written[step]) {
            return;
        }
        written[step] = true;
        for (int earlier = before.get(step).previousSetBit(step);
                earlier >= 0;
                earlier = before.get(step).previousSetBit(earlier - 1)) {
            write(earlier);
        }
        order.add(plan[step]);
    }

    private BitSet mustPrecede(int step) {
        var all = new BitSet();
        for (int earlier = 0; earlier < step; earlier++) {
            if (bound(task.operators().get(plan[earlier]), task.operators().get(plan[step]))) {
                all.set(earlier);
            }
        }
        return all;
    }

    private static boolean bound(Operator one, Operator other) {
        return touches(one.add(), other.pre())
                || touches(one.del(), other.pre())
                || touches(one.pre(), other.del())
                || touches(one.add(), other.del())
                || touches(one.del(), other.add())
                || counts(one.numeric(), other.numeric())
                || counts(other.numeric(), one.numeric());
    }

    private static boolean touches(FactSet one, FactSet other) {
        int mine = 0;
        int others = 0;
        while (mine < one.size() && others < other.size()) {
            int difference = Integer.compare(one.at(mine), other.at(others));
            if (difference == 0) {
                return true;
            }
            mine += difference < 0 ? 1 : 0;
            others += difference > 0 ? 1 : 0;
        }
        return false;
    }

    private static boolean counts(Operator.Numeric one, Operator.Numeric other) {
        return one.changes().stream()
                .anyMatch(change -> other.needs().stream().anyMatch(need -> need.variable() == change.variable())
                        || other.changes().stream().anyMatch(each -> each.variable() == change.variable()));
    }

    private static int[] shuffled(int length, long seed) {
        int[] numbers = new int[length];
        long state = seed;
        for (int at = 0; at < length; at++) {
            state = state * 0x5851F42D4C957F2DL + 0x14057B7EF767814FL;
            int with = (int) Long.remainderUnsigned(state >>> 16, at + 1);
            numbers[at] = numbers[with];
            numbers[with] = at;
        }
        return numbers;
    }
}
