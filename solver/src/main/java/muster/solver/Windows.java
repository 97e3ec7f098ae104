package muster.solver;

import java.util.List;
import java.util.stream.IntStream;
import muster.rcpsp.CriticalPath;
import muster.rcpsp.Project;

/// When each activity may start in a schedule that is no longer than a horizon, and the modes that there is room for.
final class Windows {
    private final Project project;
    private final int horizon;
    private final List<List<Integer>> modes;
    private final CriticalPath path;

    /// @param horizon no schedule that counts is longer
    Windows(Project project, int horizon) {
        this.project = project;
        this.horizon = horizon;
        modes = IntStream.range(0, project.activities().size())
                .mapToObj(this::roomFor)
                .toList();
        path = CriticalPath.of(project);
    }

    int horizon() {
        return horizon;
    }

    /// Numbers of the modes that there is room for, from 0; may be none.
    List<Integer> modes(int activity) {
        return modes.get(activity);
    }

    int earliest(int activity) {
        return path.earliest(activity);
    }

    int latest(int activity) {
        return horizon - path.afterStart(activity);
    }

    private List<Integer> roomFor(int activity) {
        var all = project.activities().get(activity).modes();
        return IntStream.range(0, all.size())
                .filter(number -> project.hasRoomFor(all.get(number)))
                .boxed()
                .toList();
    }
}
