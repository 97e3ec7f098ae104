package muster.strips;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/// For each numeric variable the values that matter: those that conditions ask for, and those from which an operator
/// raises it to one that matters. "At least this value" is a fact of the relaxed task.
final class Levels {
    /// Values per variable at most, beyond what conditions ask for. Fewer make the heuristics weaker, never wrong.
    private static final int MOST = 24;

    private final CompactTask task;
    private final NumericPart numeric;
    private final long[][] value;
    private final int[] firstFact;

    Levels(CompactTask task) {
        this.task = task;
        this.numeric = task.numeric;
        this.value = new long[numeric.size()][];
        this.firstFact = new int[numeric.size() + 1];
        firstFact[0] = task.facts;
        for (int variable = 0; variable < value.length; variable++) {
            value[variable] = values(variable);
            firstFact[variable + 1] = firstFact[variable] + value[variable].length;
        }
    }

    private long[] values(int variable) {
        var values = new TreeSet<Long>();
        for (int at = 0; at < numeric.goalVariable.length; at++) {
            if (numeric.goalVariable[at] == variable) {
                values.add(numeric.goalValue[at]);
            }
        }
        for (int at = 0; at < numeric.needed.length; at++) {
            if (numeric.needs.item[at] == variable) {
                values.add(numeric.needed[at]);
            }
        }
        long[] steps = steps(variable);
        int room = MOST;
        for (var next = values.isEmpty() ? null : values.last(); next != null && room > 0; next = values.lower(next)) {
            room -= addBelow(next, steps, values);
        }
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private long[] steps(int variable) {
        var steps = new TreeSet<Long>();
        for (int at = 0; at < numeric.amount.length; at++) {
            if (numeric.changes.item[at] == variable && !numeric.assigns[at] && numeric.amount[at] > 0) {
                steps.add(numeric.amount[at]);
            }
        }
        return steps.stream().mapToLong(Long::longValue).toArray();
    }

    private static int addBelow(long value, long[] steps, Set<Long> values) {
        int added = 0;
        for (long step : steps) {
            added += values.add(value - step) ? 1 : 0;
        }
        return added;
    }

    /// How many facts all variables have together.
    int count() {
        return firstFact[firstFact.length - 1] - task.facts;
    }

    int count(int variable) {
        return value[variable].length;
    }

    /// The fact of a value that is among those of the variable.
    int fact(int variable, long atLeast) {
        return firstFact[variable] + Arrays.binarySearch(value[variable], atLeast);
    }

    int factAt(int variable, int level) {
        return firstFact[variable] + level;
    }

    /// The fact that must hold for a rise to reach a level: the highest level not above it minus the rise; -1 if none.
    int below(int variable, int level, long rise) {
        int place = Arrays.binarySearch(value[variable], value[variable][level] - rise);
        int highest = place >= 0 ? place : -place - 2;
        return highest >= 0 ? factAt(variable, highest) : -1;
    }

    /// The one rise of an operator that is followed level by level: that of the variable with most levels; -1 if it
    /// raises none. The others are taken to reach everything.
    int tracked(int operator) {
        int tracked = -1;
        for (int at = numeric.changes.start[operator]; at < numeric.changes.start[operator + 1]; at++) {
            boolean rises = !numeric.assigns[at] && numeric.amount[at] > 0 && count(numeric.changes.item[at]) > 0;
            boolean more =
                    rises && (tracked < 0 || count(numeric.changes.item[at]) > count(numeric.changes.item[tracked]));
            tracked = more ? at : tracked;
        }
        return tracked;
    }

    /// Adds the levels that a change reaches from anywhere.
    void reached(int change, IntList facts) {
        int variable = numeric.changes.item[change];
        for (int level = 0; level < count(variable); level++) {
            boolean reaches = numeric.assigns[change]
                    ? value[variable][level] <= numeric.amount[change]
                    : numeric.amount[change] > 0;
            if (reaches) {
                facts.add(factAt(variable, level));
            }
        }
    }

    int facts(long[] state, int[] into, int size) {
        int end = size;
        for (int variable = 0; variable < value.length; variable++) {
            long now = state[task.factWords + variable];
            for (int level = 0; level < value[variable].length && value[variable][level] <= now; level++) {
                into[end++] = firstFact[variable] + level;
            }
        }
        return end;
    }
}
