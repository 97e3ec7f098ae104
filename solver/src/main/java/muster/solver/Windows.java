package muster.solver;

import java.util.List;
import java.util.stream.IntStream;
import muster.rcpsp.Project;

/// When each activity may start in a schedule that is no longer than a horizon, and the modes that there is room for.
final class Windows {
    private final Project project;
    private final int horizon;
    private final List<List<Integer>> modes;
    private final int[] shortest;
    private final int[] head;
    private final int[] tail;

    /// @param horizon no schedule that counts is longer
    Windows(Project project, int horizon) {
        int size = project.activities().size();
        this.project = project;
        this.horizon = horizon;
        modes = IntStream.range(0, size).mapToObj(this::roomFor).toList();
        shortest = IntStream.range(0, size).map(this::shortest).toArray();
        head = new int[size];
        tail = shortest.clone();
        var order = Project.inOrder(project.activities());
        order.forEach(this::push);
        order.reversed().forEach(this::pull);
    }

    int horizon() {
        return horizon;
    }

    /// Numbers of the modes that there is room for, from 0; may be none.
    List<Integer> modes(int activity) {
        return modes.get(activity);
    }

    int earliest(int activity) {
        return head[activity];
    }

    int latest(int activity) {
        return horizon - tail[activity];
    }

    private List<Integer> roomFor(int activity) {
        var all = project.activities().get(activity).modes();
        return IntStream.range(0, all.size())
                .filter(number -> project.hasRoomFor(all.get(number)))
                .boxed()
                .toList();
    }

    private int shortest(int activity) {
        return modes.get(activity).stream()
                .mapToInt(number ->
                        project.activities().get(activity).modes().get(number).duration())
                .min()
                .orElse(0);
    }

    private void push(int activity) {
        for (var next : project.activities().get(activity).successors()) {
            head[next.activity()] = Math.max(head[next.activity()], head[activity] + shortest[activity] + next.lag());
        }
    }

    private void pull(int activity) {
        for (var next : project.activities().get(activity).successors()) {
            tail[activity] = Math.max(tail[activity], shortest[activity] + next.lag() + tail[next.activity()]);
        }
    }
}
