package muster.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import muster.rcpsp.Project;
import muster.rcpsp.ProjectCheck;

/// Tries every schedule there is: the twin of a solver, for projects of a few activities.
final class EverySchedule {
    private final Project project;
    private final int end;
    private final List<Integer> modes = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    private EverySchedule(Project project, int end) {
        this.project = project;
        this.end = end;
    }

    /// The makespan of the shortest schedule; empty if there is none.
    static OptionalInt shortest(Project project) {
        return IntStream.rangeClosed(0, project.horizon())
                .filter(end -> new EverySchedule(project, end).exists())
                .findFirst();
    }

    private boolean exists() {
        if (starts.size() == project.activities().size()) {
            return ProjectCheck.faults(project, starts, modes, makespan()).isEmpty();
        }
        var all = project.activities().get(starts.size()).modes();
        return IntStream.range(0, all.size())
                .anyMatch(mode -> IntStream.rangeClosed(0, end - all.get(mode).duration())
                        .anyMatch(start -> exists(mode, start)));
    }

    private boolean exists(int mode, int start) {
        modes.addLast(mode);
        starts.addLast(start);
        boolean exists = keepsPrecedences() && exists();
        modes.removeLast();
        starts.removeLast();
        return exists;
    }

    /// Of the activity placed last: successors have higher numbers.
    private boolean keepsPrecedences() {
        int last = starts.size() - 1;
        return IntStream.range(0, last)
                .allMatch(from -> project.activities().get(from).successors().stream()
                        .filter(next -> next.activity() == last)
                        .allMatch(next -> starts.get(last) >= finish(from) + next.lag()));
    }

    private int finish(int activity) {
        return starts.get(activity)
                + project.activities()
                        .get(activity)
                        .modes()
                        .get(modes.get(activity))
                        .duration();
    }

    private int makespan() {
        return IntStream.range(0, starts.size()).map(this::finish).max().orElse(0);
    }
}
