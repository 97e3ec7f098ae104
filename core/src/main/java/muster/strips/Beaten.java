package muster.strips;

/// Finds operators that another beats: one that needs no more, makes no less true, takes no more away and costs no
/// more, with the same numeric side.
final class Beaten {
    private final CompactTask task;

    private Beaten(CompactTask task) {
        this.task = task;
    }

    /// The operators that stay when those that are beaten go; all, if finding out takes more comparisons than allowed.
    static int[] others(CompactTask task, long comparisons) {
        return new Beaten(task).others(task.add.inverse(task.facts), comparisons);
    }

    private int[] others(Rows addedBy, long comparisons) {
        var stay = new IntList(task.operators());
        long work = 0;
        for (int operator = 0; operator < task.operators(); operator++) {
            int fact = rarest(operator, addedBy);
            work += fact < 0 ? 0 : addedBy.length(fact);
            if (work > comparisons || fact < 0 || !isBeaten(operator, fact, addedBy)) {
                stay.add(operator);
            }
        }
        return stay.toArray();
    }

    /// The added fact with the fewest producers, -1 if the operator adds none.
    private int rarest(int operator, Rows addedBy) {
        int rarest = -1;
        for (int at = task.add.start[operator]; at < task.add.start[operator + 1]; at++) {
            int fact = task.add.item[at];
            rarest = rarest < 0 || addedBy.length(fact) < addedBy.length(rarest) ? fact : rarest;
        }
        return rarest;
    }

    private boolean isBeaten(int operator, int fact, Rows addedBy) {
        for (int at = addedBy.start[fact]; at < addedBy.start[fact + 1]; at++) {
            if (beats(addedBy.item[at], operator)) {
                return true;
            }
        }
        return false;
    }

    private boolean beats(int one, int other) {
        return (task.cost[one] < task.cost[other] || (task.cost[one] == task.cost[other] && one < other))
                && task.pre.within(one, task.pre, other)
                && task.add.within(other, task.add, one)
                && task.del.within(one, task.del, other)
                && task.numeric.alike(one, other);
    }
}
