package muster.strips;

import java.util.BitSet;

/// Leaves out steps of a plan that it does without: each step in turn is taken out together with all later steps that
/// cannot be carried out any more, and stays out if the goal is still reached.
/// Greedy action elimination, Nakhost and Müller, ICAPS 2010.
final class Redundancy {
    private final StripsTask task;
    private final BitSet state;
    private final long[] values;
    private final IntList kept = new IntList(16);

    private Redundancy(StripsTask task) {
        this.task = task;
        this.state = PlanTrace.bits(task.initial());
        this.values =
                task.fluents().initial().stream().mapToLong(Long::longValue).toArray();
    }

    /// The plan without such steps; it costs no more and reaches the goal.
    static int[] removed(StripsTask task, int[] plan) {
        int[] best = plan;
        for (int step = 0; step < best.length; ) {
            int[] shorter = new Redundancy(task).without(best, step);
            step += shorter.length < best.length ? 0 : 1;
            best = shorter;
        }
        return best;
    }

    /// The plan without a step and what depends on it; the plan itself if that does not reach the goal.
    private int[] without(int[] plan, int out) {
        for (int step = 0; step < plan.length; step++) {
            if (step != out) {
                carryOut(plan[step]);
            }
        }
        return PlanTrace.goalHolds(task, state, values) ? kept.toArray() : plan;
    }

    private void carryOut(int operator) {
        var each = task.operators().get(operator);
        if (PlanTrace.holds(each, state, values)) {
            PlanTrace.apply(each, state, values);
            kept.add(operator);
        }
    }
}
