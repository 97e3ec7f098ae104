package muster.strips;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Leaves out of a task what cannot matter: operators that can never be applied, that serve the goal in no way, or that
/// another beats in every respect, and facts that always hold or that nobody asks for.
final class Simplification {
    /// Pairs of operators that are compared at most; beyond it beaten operators stay, which costs time and nothing
    /// else.
    private static final long COMPARISONS = 4_000_000;

    private final StripsTask task;
    private final Reachability reachable;
    private final boolean[] kept;
    private final boolean[] wanted;
    private final boolean[] wantedVariable;
    private final int[] number;
    private int facts;

    private Simplification(StripsTask task, Reachability reachable) {
        this.task = task;
        this.reachable = reachable;
        this.kept = new boolean[task.operators().size()];
        this.wanted = new boolean[task.facts()];
        this.wantedVariable = new boolean[task.fluents().size()];
        this.number = new int[task.facts()];
    }

    /// The same task, small; every plan of it is one of the task, and some cheapest plan of the task is one of it.
    static CompactTask of(StripsTask task, Reachability reachable) {
        var simple = new Simplification(task, reachable);
        simple.keepWhatServes();
        simple.numberFacts();
        var whole = simple.compact(simple.operatorsKept());
        int[] unbeaten = Beaten.others(whole, COMPARISONS);
        return unbeaten.length == whole.operators() ? whole : simple.compact(origins(whole, unbeaten));
    }

    private static int[] origins(CompactTask whole, int[] operators) {
        return Arrays.stream(operators).map(each -> whole.origin[each]).toArray();
    }

    private void keepWhatServes() {
        var addedBy =
                Rows.of(task.operators().stream().map(Operator::add).toList()).inverse(task.facts());
        var open = new IntList(task.facts());
        want(task.goal(), open);
        task.fluents().goal().forEach(need -> wantedVariable[need.variable()] = true);
        for (boolean grew = true; grew; ) {
            while (open.size > 0) {
                keepProducers(addedBy, open.pop(), open);
            }
            grew = keepCounters(open);
        }
    }

    private void want(FactSet facts, IntList open) {
        for (int at = 0; at < facts.size(); at++) {
            if (!wanted[facts.at(at)]) {
                wanted[facts.at(at)] = true;
                open.add(facts.at(at));
            }
        }
    }

    private void keepProducers(Rows addedBy, int fact, IntList open) {
        for (int at = addedBy.start[fact]; at < addedBy.start[fact + 1]; at++) {
            keep(addedBy.item[at], open);
        }
    }

    private void keep(int operator, IntList open) {
        if (kept[operator] || !reachable.operator[operator]) {
            return;
        }
        kept[operator] = true;
        var each = task.operators().get(operator);
        want(each.pre(), open);
        each.numeric().needs().forEach(need -> wantedVariable[need.variable()] = true);
    }

    /// Keeps the operators that raise a variable that matters.
    private boolean keepCounters(IntList open) {
        boolean grew = false;
        for (int operator = 0; operator < kept.length; operator++) {
            if (!kept[operator] && raises(task.operators().get(operator))) {
                keep(operator, open);
                grew |= kept[operator];
            }
        }
        return grew;
    }

    private boolean raises(Operator operator) {
        return operator.numeric().changes().stream()
                .anyMatch(change -> wantedVariable[change.variable()]
                        && switch (change) {
                            case Change.Increase(int _, long by) -> by > 0;
                            case Change.Assign _ -> true;
                        });
    }

    /// Facts that hold at the start and are never deleted need no number.
    private void numberFacts() {
        boolean[] lost = new boolean[task.facts()];
        for (int operator : operatorsKept()) {
            var each = task.operators().get(operator);
            for (int at = 0; at < each.del().size(); at++) {
                lost[each.del().at(at)] |= !each.add().contains(each.del().at(at));
            }
        }
        for (int fact = 0; fact < number.length; fact++) {
            boolean always = task.initial().contains(fact) && !lost[fact];
            number[fact] = wanted[fact] && reachable.fact[fact] && !always ? facts++ : -1;
        }
    }

    private int[] operatorsKept() {
        var list = new IntList(kept.length);
        for (int operator = 0; operator < kept.length; operator++) {
            if (kept[operator]) {
                list.add(operator);
            }
        }
        return list.toArray();
    }

    private CompactTask compact(int[] operators) {
        var all = Arrays.stream(operators).mapToObj(task.operators()::get).toList();
        var parts = new CompactTask.Parts(
                facts,
                numbers(task.initial()),
                numbers(task.goal()),
                Rows.of(all.stream().map(each -> numbers(each.pre())).toList()),
                Rows.of(all.stream().map(each -> numbers(each.add())).toList()),
                Rows.of(all.stream().map(this::lost).toList()),
                all,
                IntList.of(operators));
        return new CompactTask(parts, numeric(all));
    }

    private FactSet numbers(FactSet set) {
        var list = new IntList(set.size());
        for (int at = 0; at < set.size(); at++) {
            if (number[set.at(at)] >= 0) {
                list.add(number[set.at(at)]);
            }
        }
        return list.toSet();
    }

    private FactSet lost(Operator operator) {
        var list = new IntList(operator.del().size());
        for (int at = 0; at < operator.del().size(); at++) {
            int fact = operator.del().at(at);
            if (number[fact] >= 0 && !operator.add().contains(fact)) {
                list.add(number[fact]);
            }
        }
        return list.toSet();
    }

    private NumericPart numeric(List<Operator> operators) {
        int[] variable = new int[wantedVariable.length];
        var initial = new ArrayList<Long>();
        for (int old = 0; old < variable.length; old++) {
            variable[old] = wantedVariable[old] ? initial.size() : -1;
            if (wantedVariable[old]) {
                initial.add(task.fluents().initial().get(old));
            }
        }
        return new NumericPart(
                initial,
                task.fluents().goal().stream()
                        .map(each -> renumbered(each, variable))
                        .toList(),
                operators.stream()
                        .map(each -> renumbered(each.numeric(), variable))
                        .toList());
    }

    private static Operator.Numeric renumbered(Operator.Numeric numeric, int[] variable) {
        if (numeric.needs().isEmpty() && numeric.changes().isEmpty()) {
            return Operator.Numeric.NONE;
        }
        return new Operator.Numeric(
                numeric.needs().stream().map(each -> renumbered(each, variable)).toList(),
                numeric.changes().stream()
                        .filter(each -> variable[each.variable()] >= 0)
                        .map(each -> renumbered(each, variable))
                        .toList());
    }

    private static AtLeast renumbered(AtLeast need, int[] variable) {
        return new AtLeast(variable[need.variable()], need.value());
    }

    private static Change renumbered(Change change, int[] variable) {
        int now = Objects.checkIndex(variable[change.variable()], variable.length);
        return switch (change) {
            case Change.Increase(int _, long by) -> new Change.Increase(now, by);
            case Change.Assign(int _, long to) -> new Change.Assign(now, to);
        };
    }
}
