package muster.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import muster.plan.TaskId;

/// How one plan differs from another. An action that occurs several times is counted as often.
///
/// @param kept actions of both, in the order of the new plan
/// @param dropped actions of the old plan alone
/// @param added actions of the new plan alone
/// @param moved kept actions that are written before others that they used to follow, as few as possible
public record PlanDifference(List<TaskId> kept, List<TaskId> dropped, List<TaskId> added, List<TaskId> moved) {
    public PlanDifference {
        kept = List.copyOf(kept);
        dropped = List.copyOf(dropped);
        added = List.copyOf(added);
        moved = List.copyOf(moved);
    }

    /// The difference from one plan to another.
    public static PlanDifference between(ActionPlan before, ActionPlan after) {
        Map<TaskId, Integer> left = new HashMap<>();
        ids(before).forEach(id -> left.merge(id, 1, Integer::sum));
        var kept = new ArrayList<TaskId>();
        var added = new ArrayList<TaskId>();
        ids(after).forEach(id -> (take(id, left) ? kept : added).add(id));
        var dropped = ids(before).reversed().stream()
                .filter(id -> take(id, left))
                .toList()
                .reversed();
        return new PlanDifference(kept, dropped, added, moved(kept, ids(before)));
    }

    private static boolean take(TaskId id, Map<TaskId, Integer> left) {
        int count = left.getOrDefault(id, 0);
        left.put(id, Math.max(0, count - 1));
        return count > 0;
    }

    /// Actions that came or went.
    public int changes() {
        return dropped.size() + added.size();
    }

    private static List<TaskId> ids(ActionPlan plan) {
        return plan.steps().stream().map(step -> step.action().id()).toList();
    }

    /// What is not in a longest part of the new order that rises in the old one.
    private static List<TaskId> moved(List<TaskId> kept, List<TaskId> before) {
        Map<TaskId, Integer> places = new HashMap<>();
        before.forEach(id -> places.putIfAbsent(id, places.size()));
        int[] place = kept.stream().mapToInt(id -> places.getOrDefault(id, -1)).toArray();
        int[] length = new int[place.length];
        int[] previous = new int[place.length];
        Arrays.fill(previous, -1);
        int last = -1;
        for (int at = 0; at < place.length; at++) {
            extend(at, place, length, previous);
            last = last < 0 || length[at] > length[last] ? at : last;
        }
        var inOrder = new BitSet();
        for (int at = last; at >= 0; at = previous[at]) {
            inOrder.set(at);
        }
        return IntStream.range(0, place.length)
                .filter(at -> !inOrder.get(at))
                .mapToObj(kept::get)
                .toList();
    }

    private static void extend(int at, int[] place, int[] length, int[] previous) {
        length[at] = 1;
        for (int earlier = 0; earlier < at; earlier++) {
            if (place[earlier] <= place[at] && length[earlier] + 1 > length[at]) {
                length[at] = length[earlier] + 1;
                previous[at] = earlier;
            }
        }
    }
}
