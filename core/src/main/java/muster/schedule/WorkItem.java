package muster.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import muster.plan.AgentId;
import muster.plan.Demand;
import muster.plan.Estimate;
import muster.plan.TaskId;
import muster.plan.Timing;
import org.jspecify.annotations.Nullable;

/// One piece of work to be given a place in time.
///
/// @param estimate working time, counted only while the calendars of all owners are open
/// @param owners agents who are all needed, from start to finish
/// @param needs items that must be finished before it starts
/// @param demands resources held from start to finish, until another item is finished, or used up
/// @param earliest it does not start before
/// @param timing links, dates, priority and ways to do it
/// @param part which part of a task it is; null if it is a whole one
public record WorkItem(
        TaskId id,
        Estimate estimate,
        List<AgentId> owners,
        List<TaskId> needs,
        List<Demand> demands,
        @Nullable Instant earliest,
        Timing timing,
        @Nullable Part part) {
    public WorkItem {
        owners = sorted(owners);
        needs = sorted(needs);
        demands = List.copyOf(demands);
    }

    /// A whole task, free in its timing.
    public WorkItem(
            TaskId id,
            Estimate estimate,
            List<AgentId> owners,
            List<TaskId> needs,
            List<Demand> demands,
            @Nullable Instant earliest) {
        this(id, estimate, owners, needs, demands, earliest, Timing.FREE, null);
    }

    /// Each once, in order.
    static <T extends Comparable<T>> List<T> sorted(List<T> names) {
        for (int at = 1; at < names.size(); at++) {
            if (names.get(at - 1).compareTo(names.get(at)) >= 0) {
                return ordered(names);
            }
        }
        return List.copyOf(names);
    }

    private static <T extends Comparable<T>> List<T> ordered(List<T> names) {
        var ordered = new ArrayList<>(names);
        ordered.sort(Comparator.naturalOrder());
        for (int at = ordered.size() - 1; at > 0; at--) {
            if (ordered.get(at - 1).compareTo(ordered.get(at)) == 0) {
                ordered.remove(at);
            }
        }
        return List.copyOf(ordered);
    }

    /// The same with another timing.
    WorkItem timed(Timing other) {
        return new WorkItem(id, estimate, owners, needs, demands, earliest, other, part);
    }

    /// The same with other demands.
    WorkItem holding(List<Demand> others) {
        return new WorkItem(id, estimate, owners, needs, others, earliest, timing, part);
    }
}
