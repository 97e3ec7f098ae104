package muster.rcpsp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import muster.rcpsp.ProjectResult.Scheduled;
import org.jspecify.annotations.Nullable;

/// Searches for the shortest schedule of a project.
public final class ProjectSearch {
    private ProjectSearch() {}

    /// The shortest schedule found within the limits.
    ///
    /// @param known a schedule of this project found elsewhere, to begin with; null if there is none
    public static ProjectResult run(
            Project project, @Nullable Scheduled known, Limits limits, SearchProgress progress) {
        var arrays = new ProjectArrays(project);
        for (int activity = 0; activity < arrays.size; activity++) {
            if (arrays.options(activity) == 0) {
                return new ProjectResult.Infeasible(
                        "activity " + (activity + 1) + " asks for more of a renewable resource than there is");
            }
        }
        if (arrays.size == 0) {
            return new Scheduled(List.of(), List.of(), 0, 0, 0);
        }
        var path = new CriticalPath(project, arrays);
        int least = known == null ? 0 : known.bound();
        long bound = Math.max(least, LowerBounds.of(project, path));
        Supplier<ProjectDecoding> problem = () -> new ProjectDecoding(arrays, path, bound);
        List<Candidate> first = known == null ? List.of() : List.of(candidate(known, arrays, problem.get()));
        var found = Search.run(problem, first, limits, progress);
        if (known != null && found.value() > known.makespan()) {
            return new Scheduled(known.starts(), known.modes(), known.makespan(), (int) bound, found.schedules());
        }
        return found.value() > arrays.horizon
                ? new ProjectResult.NoneFound(found.schedules())
                : scheduled(found, arrays);
    }

    /// Placed one by one in the order of its starts, a schedule gets no longer.
    private static Candidate candidate(Scheduled known, ProjectArrays arrays, Decoding problem) {
        var candidate = new Candidate(arrays.size);
        for (int activity = 0; activity < arrays.size; activity++) {
            candidate.start()[activity] = known.starts().get(activity);
            int mode = known.modes().get(activity);
            int option = arrays.firstOption[activity];
            while (arrays.mode[option] != mode) {
                option++;
            }
            candidate.mode()[activity] = option - arrays.firstOption[activity];
        }
        new TimeOrder(problem).sort(candidate.order(), candidate.start());
        return candidate;
    }

    private static ProjectResult scheduled(Found found, ProjectArrays arrays) {
        var modes = new ArrayList<Integer>();
        IntStream.range(0, arrays.size)
                .forEach(activity -> modes.add(
                        arrays.mode[arrays.firstOption[activity] + found.modes().get(activity)]));
        return new Scheduled(
                found.starts().stream().map(Math::toIntExact).toList(),
                modes,
                Math.toIntExact(found.value()),
                Math.toIntExact(found.bound()),
                found.schedules());
    }
}
