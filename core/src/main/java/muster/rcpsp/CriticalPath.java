package muster.rcpsp;

import java.util.List;

/// Longest paths of a project if every activity took its shortest mode and resources were unlimited.
final class CriticalPath {
    /// The earliest start of each activity.
    final int[] head;
    /// Shortest duration of each activity.
    final int[] duration;
    /// At least so long after its finish does the project end.
    final int[] tail;
    /// No schedule is shorter.
    final int length;

    CriticalPath(Project project, ProjectArrays arrays) {
        head = new int[arrays.size];
        duration = new int[arrays.size];
        tail = new int[arrays.size];
        for (int activity = 0; activity < arrays.size; activity++) {
            int shortest = Integer.MAX_VALUE;
            for (int option = arrays.firstOption[activity]; option < arrays.firstOption[activity + 1]; option++) {
                shortest = Math.min(shortest, arrays.duration[option]);
            }
            duration[activity] = shortest;
        }
        var order = Project.inOrder(project.activities());
        longest(order, arrays.before, head);
        longest(order.reversed(), arrays.after, tail);
        int end = 0;
        for (int activity = 0; activity < arrays.size; activity++) {
            end = Math.max(end, head[activity] + duration[activity] + tail[activity]);
        }
        length = end;
    }

    private void longest(List<Integer> order, Arcs arcs, int[] path) {
        for (int activity : order) {
            for (int arc = arcs.first[activity]; arc < arcs.first[activity + 1]; arc++) {
                int other = arcs.to[arc];
                path[activity] = Math.max(path[activity], path[other] + duration[other] + arcs.lag[arc]);
            }
        }
    }
}
