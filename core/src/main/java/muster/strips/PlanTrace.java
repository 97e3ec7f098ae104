package muster.strips;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// A plan carried out step by step: the state before each step, and what must hold there for the rest to reach the
/// goal. Step 0 is the first; at the plan's length stands the end.
final class PlanTrace {
    private final StripsTask task;
    private final int[] plan;
    private final List<BitSet> facts = new ArrayList<>();
    private final List<long[]> values = new ArrayList<>();

    PlanTrace(StripsTask task, int[] plan) {
        this.task = task;
        this.plan = plan;
        var state = bits(task.initial());
        long[] now =
                task.fluents().initial().stream().mapToLong(Long::longValue).toArray();
        facts.add(state);
        values.add(now);
        for (int operator : plan) {
            state = (BitSet) state.clone();
            now = now.clone();
            apply(task.operators().get(operator), state, now);
            facts.add(state);
            values.add(now);
        }
    }

    static BitSet bits(FactSet set) {
        var bits = new BitSet();
        for (int at = 0; at < set.size(); at++) {
            bits.set(set.at(at));
        }
        return bits;
    }

    static boolean holds(Operator operator, BitSet state, long[] values) {
        return holds(operator.pre(), state) && holds(operator.numeric().needs(), values);
    }

    static boolean goalHolds(StripsTask task, BitSet state, long[] values) {
        return holds(task.goal(), state) && holds(task.fluents().goal(), values);
    }

    private static boolean holds(FactSet wanted, BitSet state) {
        for (int at = 0; at < wanted.size(); at++) {
            if (!state.get(wanted.at(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(List<AtLeast> wanted, long[] values) {
        for (var need : wanted) {
            if (values[need.variable()] < need.value()) {
                return false;
            }
        }
        return true;
    }

    static void apply(Operator operator, BitSet state, long[] values) {
        for (int at = 0; at < operator.del().size(); at++) {
            state.clear(operator.del().at(at));
        }
        for (int at = 0; at < operator.add().size(); at++) {
            state.set(operator.add().at(at));
        }
        for (var change : operator.numeric().changes()) {
            switch (change) {
                case Change.Increase(int variable, long by) -> values[variable] += by;
                case Change.Assign(int variable, long to) -> values[variable] = to;
            }
        }
    }

    /// The part from one step up to another as a task of its own: from the state before the first to what the rest
    /// needs.
    StripsTask part(int from, int to) {
        var wanted = bits(task.goal());
        long[] amounts = new long[values.getFirst().length];
        Arrays.fill(amounts, Long.MIN_VALUE);
        task.fluents().goal().forEach(need -> raise(amounts, need));
        for (int step = plan.length - 1; step >= to; step--) {
            regress(task.operators().get(plan[step]), wanted, amounts);
        }
        var needs = new ArrayList<AtLeast>();
        for (int variable = 0; variable < amounts.length; variable++) {
            if (amounts[variable] != Long.MIN_VALUE) {
                needs.add(new AtLeast(variable, amounts[variable]));
            }
        }
        var initial = Arrays.stream(values.get(from)).boxed().toList();
        return new StripsTask(
                task.facts(), set(facts.get(from)), set(wanted), task.operators(), new Fluents(initial, needs));
    }

    private static void raise(long[] amounts, AtLeast need) {
        amounts[need.variable()] = Math.max(amounts[need.variable()], need.value());
    }

    private static void regress(Operator operator, BitSet wanted, long[] amounts) {
        for (int at = 0; at < operator.add().size(); at++) {
            wanted.clear(operator.add().at(at));
        }
        for (int at = 0; at < operator.pre().size(); at++) {
            wanted.set(operator.pre().at(at));
        }
        for (var change : operator.numeric().changes()) {
            boolean asked = amounts[change.variable()] != Long.MIN_VALUE;
            switch (change) {
                case Change.Increase(int variable, long by) -> amounts[variable] -= asked ? by : 0;
                case Change.Assign(int variable, long _) -> amounts[variable] = Long.MIN_VALUE;
            }
        }
        operator.numeric().needs().forEach(need -> raise(amounts, need));
    }

    private static FactSet set(BitSet bits) {
        return FactSet.of(bits.stream().toArray());
    }

    static long cost(StripsTask task, int[] plan) {
        long cost = 0;
        for (int operator : plan) {
            cost += task.operators().get(operator).cost();
        }
        return cost;
    }
}
