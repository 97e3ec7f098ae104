package muster.strips;

import java.util.ArrayList;
import java.util.List;

/// What could be made true, applied and counted up to if nothing were ever undone or used up.
final class Reachability {
    /// More than any task counts to.
    static final long ENDLESS = Long.MAX_VALUE / 4;

    final boolean[] fact;
    final boolean[] operator;

    private final StripsTask task;
    private final Rows neededBy;
    private final int[] pending;
    private final List<IntList> waiting = new ArrayList<>();
    private final IntList open;
    private final boolean[] produced;
    private final long[] base;
    private final long[] gain;

    private record Rise(int variable, long before, long after) {
        boolean meets(AtLeast need) {
            return need.variable() == variable && need.value() > before && need.value() <= after;
        }
    }

    Reachability(StripsTask task) {
        this.task = task;
        int operators = task.operators().size();
        this.fact = new boolean[task.facts()];
        this.operator = new boolean[operators];
        this.neededBy =
                Rows.of(task.operators().stream().map(Operator::pre).toList()).inverse(task.facts());
        this.pending = new int[operators];
        this.open = new IntList(task.facts());
        this.produced = new boolean[task.facts()];
        this.base = task.fluents().initial().stream().mapToLong(Long::longValue).toArray();
        this.gain = new long[base.length];
        run();
    }

    /// The largest value that a variable could take.
    long most(int variable) {
        return Math.min(ENDLESS, base[variable] + gain[variable]);
    }

    /// The facts of the goal that cannot be made true.
    FactSet unreachableGoals() {
        var missing = new IntList(task.goal().size());
        for (int at = 0; at < task.goal().size(); at++) {
            if (!fact[task.goal().at(at)]) {
                missing.add(task.goal().at(at));
            }
        }
        return FactSet.of(missing.toArray());
    }

    /// The amounts of the goal that cannot be had.
    List<SearchResult.Shortage> shortages() {
        return task.fluents().goal().stream()
                .filter(needed -> most(needed.variable()) < needed.value())
                .map(needed -> new SearchResult.Shortage(needed, most(needed.variable())))
                .toList();
    }

    private void run() {
        for (int variable = 0; variable < base.length; variable++) {
            waiting.add(new IntList(4));
        }
        for (int number = 0; number < operator.length; number++) {
            var each = task.operators().get(number);
            markProduced(each.add());
            pending[number] = each.pre().size()
                    + (int) each.numeric().needs().stream()
                            .filter(need -> most(need.variable()) < need.value())
                            .count();
            for (var need : each.numeric().needs()) {
                waiting.get(need.variable()).add(number);
            }
        }
        for (int number = 0; number < operator.length; number++) {
            if (pending[number] == 0) {
                reach(number);
            }
        }
        reach(task.initial());
        while (open.size > 0) {
            settle(open.pop());
        }
    }

    private void markProduced(FactSet facts) {
        for (int at = 0; at < facts.size(); at++) {
            produced[facts.at(at)] = true;
        }
    }

    private void settle(int reached) {
        for (int at = neededBy.start[reached]; at < neededBy.start[reached + 1]; at++) {
            int number = neededBy.item[at];
            if (--pending[number] == 0) {
                reach(number);
            }
        }
    }

    private void reach(FactSet facts) {
        for (int at = 0; at < facts.size(); at++) {
            if (!fact[facts.at(at)]) {
                fact[facts.at(at)] = true;
                open.add(facts.at(at));
            }
        }
    }

    private void reach(int number) {
        if (operator[number]) {
            return;
        }
        operator[number] = true;
        var each = task.operators().get(number);
        reach(each.add());
        for (var change : each.numeric().changes()) {
            change(change, each);
        }
    }

    private void change(Change change, Operator by) {
        int variable = change.variable();
        long before = most(variable);
        switch (change) {
            case Change.Assign(int _, long to) -> base[variable] = Math.max(base[variable], to);
            case Change.Increase(int _, long amount) -> gain[variable] += gained(amount, by);
        }
        gain[variable] = Math.min(gain[variable], ENDLESS);
        long after = most(variable);
        for (int at = 0; after > before && at < waiting.get(variable).size; at++) {
            satisfy(waiting.get(variable).item[at], new Rise(variable, before, after));
        }
    }

    /// What is reached on the way rises on its own.
    private void satisfy(int number, Rise rise) {
        for (var need : task.operators().get(number).numeric().needs()) {
            if (rise.meets(need) && --pending[number] == 0) {
                reach(number);
            }
        }
    }

    private long gained(long amount, Operator by) {
        return amount <= 0 ? 0 : isOnce(by) ? amount : ENDLESS;
    }

    /// An operator that uses up a fact that nothing produces can be applied only once.
    private boolean isOnce(Operator each) {
        for (int at = 0; at < each.pre().size(); at++) {
            int needed = each.pre().at(at);
            if (!produced[needed] && each.del().contains(needed)) {
                return true;
            }
        }
        return false;
    }
}
