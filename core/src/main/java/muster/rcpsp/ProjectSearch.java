package muster.rcpsp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Searches for the shortest schedule of a project.
public final class ProjectSearch {
    private ProjectSearch() {}

    /// The shortest schedule found within the limits.
    public static ProjectResult run(Project project, Limits limits, SearchProgress progress) {
        var arrays = new ProjectArrays(project);
        for (int activity = 0; activity < arrays.size; activity++) {
            if (arrays.options(activity) == 0) {
                return new ProjectResult.Infeasible(
                        "activity " + (activity + 1) + " asks for more of a renewable resource than there is");
            }
        }
        if (arrays.size == 0) {
            return new ProjectResult.Scheduled(List.of(), List.of(), 0, 0, 0);
        }
        var path = new CriticalPath(project, arrays);
        long bound = LowerBounds.of(project, path);
        var found = Search.run(() -> new ProjectDecoding(arrays, path, bound), List.of(), limits, progress);
        return found.value() > arrays.horizon
                ? new ProjectResult.NoneFound(found.schedules())
                : scheduled(found, arrays);
    }

    private static ProjectResult scheduled(Found found, ProjectArrays arrays) {
        var modes = new ArrayList<Integer>();
        IntStream.range(0, arrays.size)
                .forEach(activity -> modes.add(
                        arrays.mode[arrays.firstOption[activity] + found.modes().get(activity)]));
        return new ProjectResult.Scheduled(
                found.starts().stream().map(Math::toIntExact).toList(),
                modes,
                Math.toIntExact(found.value()),
                Math.toIntExact(found.bound()),
                found.schedules());
    }
}
