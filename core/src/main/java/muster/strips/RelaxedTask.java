package muster.strips;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The task without anything being taken away, for heuristics. Numeric conditions become facts, one per [Levels] value;
/// an operator that raises a variable becomes one operator per level that it can reach, each of which reaches all lower
/// levels as well, so that one application of the original is one application here. Two facts are added: one that
/// always holds, for operators that need nothing, and one that the last operator, which needs the goal, makes true.
final class RelaxedTask {
    final int facts;
    final int always;
    final int reachedGoal;
    final Rows pre;
    final Rows add;
    final Rows neededBy;
    final Rows addedBy;
    final long[] cost;
    /// The operator of the compact task, -1 for the last one.
    final int[] origin;

    private final CompactTask task;
    private final Levels levels;

    /// One relaxed operator while the task is made.
    private record Made(FactSet pre, FactSet add, int origin) {}

    RelaxedTask(CompactTask task) {
        this.task = task;
        this.levels = new Levels(task);
        this.always = task.facts + levels.count();
        this.reachedGoal = always + 1;
        this.facts = always + 2;
        var all = new ArrayList<Made>();
        for (int operator = 0; operator < task.operators(); operator++) {
            make(operator, all);
        }
        all.add(new Made(orAlways(goal()), FactSet.of(reachedGoal), -1));
        this.pre = Rows.of(all.stream().map(Made::pre).toList());
        this.add = Rows.of(all.stream().map(Made::add).toList());
        this.neededBy = pre.inverse(facts);
        this.addedBy = add.inverse(facts);
        this.origin = all.stream().mapToInt(Made::origin).toArray();
        this.cost = Arrays.stream(origin)
                .mapToLong(operator -> operator < 0 ? 0 : task.cost[operator])
                .toArray();
    }

    int operators() {
        return cost.length;
    }

    /// Writes the facts that hold in a state of the compact task, in ascending order, and says how many they are.
    int facts(long[] state, int[] into) {
        int size = 0;
        for (int word = 0; word < task.factWords; word++) {
            for (long bits = state[word]; bits != 0; bits &= bits - 1) {
                into[size++] = (word << 6) + Long.numberOfTrailingZeros(bits);
            }
        }
        size = levels.facts(state, into, size);
        into[size++] = always;
        return size;
    }

    private IntList goal() {
        var list = IntList.of(task.goal);
        for (int at = 0; at < task.numeric.goalVariable.length; at++) {
            list.add(levels.fact(task.numeric.goalVariable[at], task.numeric.goalValue[at]));
        }
        return list;
    }

    private FactSet orAlways(IntList facts) {
        return facts.size == 0 ? FactSet.of(always) : facts.toSet();
    }

    private void make(int operator, List<Made> all) {
        var needs = IntList.of(task.pre.row(operator));
        var numeric = task.numeric;
        for (int at = numeric.needs.start[operator]; at < numeric.needs.start[operator + 1]; at++) {
            needs.add(levels.fact(numeric.needs.item[at], numeric.needed[at]));
        }
        var adds = IntList.of(task.add.row(operator));
        int tracked = levels.tracked(operator);
        for (int at = numeric.changes.start[operator]; at < numeric.changes.start[operator + 1]; at++) {
            if (at != tracked) {
                levels.reached(at, adds);
            }
        }
        if (tracked >= 0) {
            climb(operator, tracked, needs, adds).forEach(all::add);
        }
        if (tracked < 0 || adds.size > 0) {
            all.add(new Made(orAlways(needs), adds.toSet(), operator));
        }
    }

    private List<Made> climb(int operator, int change, IntList needs, IntList adds) {
        var made = new ArrayList<Made>();
        int variable = task.numeric.changes.item[change];
        for (int level = 0; level < levels.count(variable); level++) {
            var pre = new IntList(needs.size + 1);
            pre.addAll(needs);
            int below = levels.below(variable, level, task.numeric.amount[change]);
            if (below >= 0) {
                pre.add(below);
            }
            var add = new IntList(adds.size + level + 1);
            add.addAll(adds);
            for (int lower = 0; lower <= level; lower++) {
                add.add(levels.factAt(variable, lower));
            }
            made.add(new Made(orAlways(pre), add.toSet(), operator));
        }
        return made;
    }
}
