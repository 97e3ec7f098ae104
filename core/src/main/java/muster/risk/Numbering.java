package muster.risk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import muster.plan.TaskId;

/// The activities of a network in an order in which each comes after all that holds it back.
final class Numbering {
    final List<Activity> activities = new ArrayList<>();
    private final Map<TaskId, Integer> numbers = new HashMap<>();

    Numbering(RiskNetwork network) {
        var order = order(network.activities(), network.arcs());
        if (order.size() < network.activities().size()) {
            throw new IllegalArgumentException("activities wait for each other");
        }
        for (int each : order) {
            var activity = network.activities().get(each);
            numbers.put(activity.id(), activities.size());
            activities.add(activity);
        }
    }

    /// True if no activity waits for itself, through others or not.
    static boolean isPossible(List<Activity> activities, Collection<Arc> arcs) {
        return order(activities, arcs).size() == activities.size();
    }

    /// Activities by their places as written; those on or behind a ring are left out.
    private static List<Integer> order(List<Activity> activities, Collection<Arc> arcs) {
        Map<TaskId, Integer> written = new HashMap<>();
        activities.forEach(activity -> written.put(activity.id(), written.size()));
        var after = IntStream.range(0, written.size())
                .<List<Integer>>mapToObj(_ -> new ArrayList<>())
                .toList();
        var waiting = new int[written.size()];
        for (var arc : arcs) {
            int to = Objects.requireNonNull(written.get(arc.to()));
            after.get(Objects.requireNonNull(written.get(arc.from()))).add(to);
            waiting[to]++;
        }
        var order = new ArrayList<Integer>();
        IntStream.range(0, waiting.length).filter(each -> waiting[each] == 0).forEach(order::add);
        for (int next = 0; next < order.size(); next++) {
            after.get(order.get(next)).stream()
                    .filter(later -> --waiting[later] == 0)
                    .forEach(order::add);
        }
        return order;
    }

    int of(TaskId id) {
        return Objects.requireNonNull(numbers.get(id));
    }

    int size() {
        return activities.size();
    }

    /// An empty list for each activity.
    List<List<Integer>> lists() {
        return activities.stream().<List<Integer>>map(_ -> new ArrayList<>()).toList();
    }
}
