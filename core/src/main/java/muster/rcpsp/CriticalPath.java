package muster.rcpsp;

import java.util.List;

/// Longest paths of a project if every activity took its shortest mode and resources were unlimited.
public final class CriticalPath {
    /// The earliest start of each activity.
    final int[] head;
    /// Shortest duration of each activity in a mode that there is room for; 0 if there is none.
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
            duration[activity] = shortest == Integer.MAX_VALUE ? 0 : shortest;
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

    /// The longest paths of a project.
    public static CriticalPath of(Project project) {
        return new CriticalPath(project, new ProjectArrays(project));
    }

    /// The first period in which the activity can start.
    public int earliest(int activity) {
        return head[activity];
    }

    /// At least so many periods after the start of the activity does the project end.
    public int afterStart(int activity) {
        return duration[activity] + tail[activity];
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
