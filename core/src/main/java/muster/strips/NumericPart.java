package muster.strips;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// The numeric conditions and changes of a compact task, as flat arrays.
final class NumericPart {
    private static final long NOTHING = Long.MIN_VALUE / 2;

    final long[] initial;
    final Rows needs;
    final long[] needed;
    final Rows changes;
    final long[] amount;
    final boolean[] assigns;
    final int[] goalVariable;
    final long[] goalValue;
    private final long[] floor;

    /// @param operators the numeric side of each operator of the compact task
    NumericPart(List<Long> initial, List<AtLeast> goal, List<Operator.Numeric> operators) {
        this.initial = initial.stream().mapToLong(Long::longValue).toArray();
        this.goalVariable = goal.stream().mapToInt(AtLeast::variable).toArray();
        this.goalValue = goal.stream().mapToLong(AtLeast::value).toArray();
        this.needs = rows(
                operators,
                each -> each.needs().stream().mapToInt(AtLeast::variable).toArray());
        this.needed = operators.stream()
                .flatMap(each -> each.needs().stream())
                .mapToLong(AtLeast::value)
                .toArray();
        this.changes = rows(
                operators,
                each -> each.changes().stream().mapToInt(Change::variable).toArray());
        var all = operators.stream().flatMap(each -> each.changes().stream()).toList();
        this.amount = all.stream().mapToLong(NumericPart::amount).toArray();
        this.assigns = new boolean[all.size()];
        for (int at = 0; at < assigns.length; at++) {
            assigns[at] = all.get(at) instanceof Change.Assign;
        }
        this.floor = floors();
    }

    private static Rows rows(List<Operator.Numeric> operators, Function<Operator.Numeric, int[]> row) {
        return operators.stream().allMatch(Operator.Numeric.NONE::equals)
                ? Rows.empty(operators.size())
                : Rows.of(operators.stream().map(row).toArray(int[][]::new));
    }

    int size() {
        return initial.length;
    }

    private static long amount(Change change) {
        return switch (change) {
            case Change.Increase(int _, long by) -> by;
            case Change.Assign(int _, long to) -> to;
        };
    }

    /// True if the values, from `offset` on, meet what an operator needs.
    boolean holds(int operator, long[] state, int offset) {
        for (int at = needs.start[operator]; at < needs.start[operator + 1]; at++) {
            if (state[offset + needs.item[at]] < needed[at]) {
                return false;
            }
        }
        return true;
    }

    boolean goalHolds(long[] state, int offset) {
        for (int at = 0; at < goalVariable.length; at++) {
            if (state[offset + goalVariable[at]] < goalValue[at]) {
                return false;
            }
        }
        return true;
    }

    void apply(int operator, long[] state, int offset) {
        for (int at = changes.start[operator]; at < changes.start[operator + 1]; at++) {
            int variable = offset + changes.item[at];
            state[variable] = assigns[at] ? amount[at] : state[variable] + amount[at];
        }
    }

    /// True if an operator raises a variable, or sets one.
    boolean raises(int operator) {
        for (int at = changes.start[operator]; at < changes.start[operator + 1]; at++) {
            if (assigns[at] || amount[at] > 0) {
                return true;
            }
        }
        return false;
    }

    /// True if some operator raises a variable, or sets it.
    boolean rises(int variable) {
        for (int at = 0; at < amount.length; at++) {
            if (changes.item[at] == variable && (assigns[at] || amount[at] > 0)) {
                return true;
            }
        }
        return false;
    }

    /// How much an operator adds to a variable that none sets.
    long change(int operator, int variable) {
        for (int at = changes.start[operator]; at < changes.start[operator + 1]; at++) {
            if (changes.item[at] == variable) {
                return amount[at];
            }
        }
        return 0;
    }

    /// The least that a variable can be at the end of a plan: every operator that lowers it leaves at least that much,
    /// and so does the goal.
    long floor(int variable) {
        return floor[variable];
    }

    private long[] floors() {
        long[] floors = new long[size()];
        Arrays.fill(floors, Long.MAX_VALUE);
        for (int operator = 0; operator < needs.size(); operator++) {
            for (int at = changes.start[operator]; at < changes.start[operator + 1]; at++) {
                int variable = changes.item[at];
                long left = assigns[at] ? amount[at] : need(operator, variable) + amount[at];
                floors[variable] = Math.min(floors[variable], left);
            }
        }
        for (int variable = 0; variable < floors.length; variable++) {
            floors[variable] = Math.min(floors[variable], initial[variable]);
        }
        for (int at = 0; at < goalVariable.length; at++) {
            floors[goalVariable[at]] = Math.max(floors[goalVariable[at]], goalValue[at]);
        }
        return floors;
    }

    /// What an operator needs of a variable, far below everything if it needs nothing.
    private long need(int operator, int variable) {
        for (int at = needs.start[operator]; at < needs.start[operator + 1]; at++) {
            if (needs.item[at] == variable) {
                return needed[at];
            }
        }
        return NOTHING;
    }

    /// True if two operators have the same numeric side.
    boolean alike(int one, int other) {
        boolean same =
                Arrays.equals(needs.row(one), needs.row(other)) && Arrays.equals(changes.row(one), changes.row(other));
        for (int at = 0; same && at < needs.length(one); at++) {
            same = needed[needs.start[one] + at] == needed[needs.start[other] + at];
        }
        for (int at = 0; same && at < changes.length(one); at++) {
            int first = changes.start[one] + at;
            int second = changes.start[other] + at;
            same = amount[first] == amount[second] && assigns[first] == assigns[second];
        }
        return same;
    }

    /// A hash of an operator's numeric side: alike operators have the same.
    long signature(int operator) {
        long hash = 0;
        for (int at = needs.start[operator]; at < needs.start[operator + 1]; at++) {
            hash = (hash + needs.item[at] + 1) * 0x9E3779B97F4A7C15L + needed[at];
        }
        for (int at = changes.start[operator]; at < changes.start[operator + 1]; at++) {
            hash = (hash + changes.item[at] + 1) * 0xC2B2AE3D27D4EB4FL + amount[at] + (assigns[at] ? 1 : 0);
        }
        return hash;
    }
}
