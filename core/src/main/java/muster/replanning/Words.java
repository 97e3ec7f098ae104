package muster.replanning;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import muster.plan.FactId;
import muster.plan.TaskId;

/// What people say beside what the run and the audit know.
///
/// @param holding facts that hold now
/// @param failing facts that do not hold any more
/// @param retried failed steps that may be tried again
/// @param dropped steps that may be taken from whoever is at them
public record Words(
        SortedSet<FactId> holding, SortedSet<FactId> failing, SortedSet<TaskId> retried, SortedSet<TaskId> dropped) {
    /// Nothing.
    public static final Words NONE = new Words(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());

    public Words {
        holding = Collections.unmodifiableSortedSet(new TreeSet<>(holding));
        failing = Collections.unmodifiableSortedSet(new TreeSet<>(failing));
        retried = Collections.unmodifiableSortedSet(new TreeSet<>(retried));
        dropped = Collections.unmodifiableSortedSet(new TreeSet<>(dropped));
    }
}
