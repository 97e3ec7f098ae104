package muster.strips;

import java.util.BitSet;
import java.util.stream.IntStream;

/// Puts a set of operators in an order in which each can be applied once and the goal is reached: an operator waits as
/// long as it takes away what another still needs.
final class Sequencing {
    private final CompactTask task;
    private final BitSet all;
    private final BitSet left;
    private final int[] wanted;
    private final int[] producers;
    private final long[] state;
    private final IntList order = new IntList(64);
    private int spoiler = -1;
    private int spoilt = -1;

    Sequencing(CompactTask task, BitSet operators) {
        this.task = task;
        this.all = operators;
        this.left = (BitSet) operators.clone();
        this.wanted = new int[task.facts];
        this.producers = new int[task.facts];
        this.state = task.start();
        for (int fact : task.goal) {
            wanted[fact]++;
        }
        left.stream().forEach(operator -> count(operator, 1));
    }

    /// True if an order was found.
    boolean run() {
        for (int next = next(); next >= 0; next = next()) {
            left.clear(next);
            count(next, -1);
            task.apply(next, state.clone(), state);
            order.add(next);
        }
        return left.isEmpty() && task.goalHolds(state);
    }

    int[] order() {
        return order.toArray();
    }

    /// If no order was found: two operators in each other's way, one that could be applied next but for what it takes
    /// away, and one that still needs that; fewer if the goal needs it, or if this is not the trouble.
    BitSet clash() {
        var both = new BitSet();
        IntStream.of(spoiler, spoilt).filter(operator -> operator >= 0).forEach(both::set);
        return both;
    }

    /// If no order was found: the operators that share an amount that nothing raises and that they have too little of,
    /// whatever the order; empty if this is not the trouble.
    BitSet competing() {
        var sharing = new BitSet();
        for (int variable = 0; variable < task.numeric.size() && sharing.isEmpty(); variable++) {
            sharing = competing(variable);
        }
        return sharing;
    }

    private BitSet competing(int variable) {
        var sharing = new BitSet();
        if (task.numeric.rises(variable)) {
            return sharing;
        }
        long rest = task.numeric.initial[variable];
        for (int operator = all.nextSetBit(0); operator >= 0; operator = all.nextSetBit(operator + 1)) {
            long change = task.numeric.change(operator, variable);
            rest += change;
            sharing.set(operator, change < 0);
        }
        return rest < task.numeric.floor(variable) ? sharing : new BitSet();
    }

    private void count(int operator, int by) {
        for (int at = task.pre.start[operator]; at < task.pre.start[operator + 1]; at++) {
            wanted[task.pre.item[at]] += by;
        }
        for (int at = task.add.start[operator]; at < task.add.start[operator + 1]; at++) {
            producers[task.add.item[at]] += by;
        }
    }

    /// The next operator that can be applied and spoils nothing; operators that take nothing away come first.
    private int next() {
        int harmless = -1;
        spoiler = -1;
        for (int operator = left.nextSetBit(0); operator >= 0; operator = left.nextSetBit(operator + 1)) {
            if (!task.applicable(operator, state)) {
                continue;
            }
            if (task.del.length(operator) == 0) {
                return operator;
            }
            int fact = spoils(operator);
            harmless = harmless < 0 && fact < 0 ? operator : harmless;
            note(operator, fact);
        }
        return harmless;
    }

    /// A fact that the operator takes away although others need it and nobody makes it true again, -1 if there is none.
    private int spoils(int operator) {
        for (int at = task.del.start[operator]; at < task.del.start[operator + 1]; at++) {
            int fact = task.del.item[at];
            int mine = task.pre.contains(operator, fact) ? 1 : 0;
            if (wanted[fact] > mine && producers[fact] == 0) {
                return fact;
            }
        }
        return -1;
    }

    private void note(int operator, int fact) {
        if (fact >= 0 && spoiler < 0) {
            spoiler = operator;
            spoilt = left.stream()
                    .filter(other -> other != operator && task.pre.contains(other, fact))
                    .findFirst()
                    .orElse(-1);
        }
    }
}
