package muster.strips;

/// Which operators get in each other's way: one takes away what the other needs or makes, or they count the same
/// variable in ways whose order matters. Operators that can never both be applied do not interfere.
final class Interference {
    private final CompactTask task;
    private final Mutexes mutexes;
    private final Rows neededBy;
    private final Rows addedBy;
    private final Rows deletedBy;
    private final Rows countedBy;
    private final Rows limits;
    private final int[][] with;
    private final int[] seen;
    private final IntList found = new IntList(64);

    Interference(CompactTask task, Mutexes mutexes) {
        this.task = task;
        this.mutexes = mutexes;
        this.neededBy = task.pre.inverse(task.facts);
        this.addedBy = task.add.inverse(task.facts);
        this.deletedBy = task.del.inverse(task.facts);
        this.countedBy = task.numeric.changes.inverse(task.numeric.size());
        this.limits = task.numeric.needs.inverse(task.numeric.size());
        this.with = new int[task.operators()][];
        this.seen = new int[task.operators()];
    }

    /// The operators that interfere with one; worked out when first asked for.
    int[] with(int operator) {
        if (with[operator] == null) {
            with[operator] = find(operator);
        }
        return with[operator];
    }

    private int[] find(int operator) {
        found.size = 0;
        seen[operator] = operator + 1;
        for (int at = task.del.start[operator]; at < task.del.start[operator + 1]; at++) {
            add(operator, neededBy, task.del.item[at]);
            add(operator, addedBy, task.del.item[at]);
        }
        for (int at = task.pre.start[operator]; at < task.pre.start[operator + 1]; at++) {
            add(operator, deletedBy, task.pre.item[at]);
        }
        for (int at = task.add.start[operator]; at < task.add.start[operator + 1]; at++) {
            add(operator, deletedBy, task.add.item[at]);
        }
        findCounting(operator);
        return found.toArray();
    }

    private void findCounting(int operator) {
        var numeric = task.numeric;
        for (int at = numeric.changes.start[operator]; at < numeric.changes.start[operator + 1]; at++) {
            addOthers(operator, at);
            if (numeric.assigns[at] || numeric.amount[at] < 0) {
                add(operator, limits, numeric.changes.item[at]);
            }
        }
        for (int at = numeric.needs.start[operator]; at < numeric.needs.start[operator + 1]; at++) {
            addLowering(operator, numeric.needs.item[at]);
        }
    }

    /// Two increases may be done in any order, everything else not.
    private void addOthers(int operator, int change) {
        int variable = task.numeric.changes.item[change];
        for (int at = countedBy.start[variable]; at < countedBy.start[variable + 1]; at++) {
            int other = countedBy.item[at];
            if (task.numeric.assigns[change] || task.numeric.assigns[changeOf(other, variable)]) {
                add(operator, other);
            }
        }
    }

    private void addLowering(int operator, int variable) {
        for (int at = countedBy.start[variable]; at < countedBy.start[variable + 1]; at++) {
            int other = countedBy.item[at];
            int change = changeOf(other, variable);
            if (task.numeric.assigns[change] || task.numeric.amount[change] < 0) {
                add(operator, other);
            }
        }
    }

    private int changeOf(int operator, int variable) {
        int at = task.numeric.changes.start[operator];
        while (task.numeric.changes.item[at] != variable) {
            at++;
        }
        return at;
    }

    private void add(int operator, Rows by, int fact) {
        for (int at = by.start[fact]; at < by.start[fact + 1]; at++) {
            add(operator, by.item[at]);
        }
    }

    private void add(int operator, int other) {
        if (seen[other] != operator + 1) {
            seen[other] = operator + 1;
            if (!mutexes.excludes(operator, other)) {
                found.add(other);
            }
        }
    }
}
