package muster.rcpsp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import muster.rcpsp.Project.Mode;

/// Checks a schedule of a project rule by rule. Independent of the search: it shares nothing with it but the project.
public final class ProjectCheck {
    private final Project project;
    private final List<Integer> starts;
    private final List<Mode> modes = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private ProjectCheck(Project project, List<Integer> starts) {
        this.project = project;
        this.starts = starts;
    }

    /// What is wrong with a schedule, activities and resources counted from 1; empty if nothing is.
    ///
    /// @param modes which mode each activity takes, from 0
    /// @param makespan what the schedule is said to take
    public static List<String> faults(Project project, List<Integer> starts, List<Integer> modes, long makespan) {
        int size = project.activities().size();
        if (starts.size() != size || modes.size() != size) {
            return List.of("there are " + size + " activities, but " + starts.size() + " starts and " + modes.size()
                    + " modes");
        }
        var check = new ProjectCheck(project, starts);
        if (check.takesModes(modes)) {
            check.times(makespan);
            IntStream.range(0, size).forEach(check::successors);
            IntStream.range(0, project.renewable().size()).forEach(check::renewable);
            IntStream.range(0, project.nonrenewable().size()).forEach(check::nonrenewable);
        }
        return check.faults;
    }

    private boolean takesModes(List<Integer> numbers) {
        for (int activity = 0; activity < numbers.size(); activity++) {
            var known = project.activities().get(activity).modes();
            int number = numbers.get(activity);
            if (number < 0 || number >= known.size()) {
                faults.add("activity " + (activity + 1) + " has no mode " + (number + 1));
                return false;
            }
            modes.add(known.get(number));
        }
        return true;
    }

    private long finish(int activity) {
        return (long) starts.get(activity) + modes.get(activity).duration();
    }

    private void times(long makespan) {
        IntStream.range(0, starts.size())
                .filter(activity -> starts.get(activity) < 0)
                .forEach(activity -> faults.add("activity " + (activity + 1) + " starts before 0"));
        long end =
                IntStream.range(0, starts.size()).mapToLong(this::finish).max().orElse(0);
        if (end != makespan) {
            faults.add("the last activity finishes at " + end + ", but the makespan is said to be " + makespan);
        }
    }

    private void successors(int activity) {
        for (var next : project.activities().get(activity).successors()) {
            long ready = finish(activity) + next.lag();
            if (starts.get(next.activity()) < ready) {
                faults.add("activity " + (next.activity() + 1) + " starts at " + starts.get(next.activity())
                        + ", but must wait until " + ready + " for activity " + (activity + 1));
            }
        }
    }

    /// What is held can only grow when an activity starts, so it is enough to look at the starts.
    private void renewable(int resource) {
        int amount = project.renewable().get(resource);
        starts.stream().distinct().sorted().forEach(instant -> {
            long held = held(resource, instant);
            if (held > amount) {
                faults.add("at " + instant + ", " + held + " of renewable resource " + (resource + 1)
                        + " are held, but there are " + amount);
            }
        });
    }

    private long held(int resource, int instant) {
        return IntStream.range(0, starts.size())
                .filter(activity -> starts.get(activity) <= instant && instant < finish(activity))
                .mapToLong(activity -> modes.get(activity).renewable().get(resource))
                .sum();
    }

    private void nonrenewable(int resource) {
        long used = modes.stream()
                .mapToLong(mode -> mode.nonrenewable().get(resource))
                .sum();
        int amount = project.nonrenewable().get(resource);
        if (used > amount) {
            faults.add(used + " of nonrenewable resource " + (resource + 1) + " are used up, but there are " + amount);
        }
    }
}
