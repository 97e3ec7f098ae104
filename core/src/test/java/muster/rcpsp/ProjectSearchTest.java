package muster.rcpsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import muster.rcpsp.ProjectResult.Scheduled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectSearchTest {
    private static final int SEEDS = 10_000;

    @Test
    void itFindsTheShortestScheduleOfEverySmallProject() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var project = new ProjectDice(new SplittableRandom(seed)).small(4, 4);

            int shortest = shortest(project);
            var best = new AtomicLong(Long.MAX_VALUE);
            var limits = new Limits(300, seed, 1, () -> best.get() <= shortest);

            var result = checked(project, ProjectSearch.run(project, null, limits, (_, value, _) -> best.set(value)));

            assertThat(result.makespan()).as("seed " + seed).isEqualTo(shortest);
            assertThat(result.bound()).as("seed " + seed).isLessThanOrEqualTo(shortest);
        }
    }

    @Test
    void itFindsTheShortestScheduleOfSmallProjectsWithModesOrNoneIfThereIsNone() {
        for (long seed = 0; seed < SEEDS / 20; seed++) {
            var project = new ProjectDice(new SplittableRandom(seed)).smallWithModes(4, 4);
            int shortest = shortest(project);

            var result = ProjectSearch.run(project, null, Limits.ofSchedules(2_000, seed), SearchProgress.SILENT);

            if (shortest == Integer.MAX_VALUE) {
                assertThat(result).as("seed " + seed).isInstanceOf(ProjectResult.NoneFound.class);
            } else {
                assertThat(checked(project, result).makespan())
                        .as("seed " + seed)
                        .isEqualTo(shortest);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 100_000})
    void theNumberOfThreadsDoesNotShowInTheOutcome(int longest) {
        var project = new ProjectDice(new SplittableRandom(7)).small(60, longest);

        var one = ProjectSearch.run(project, null, new Limits(5_000, 3, 1, () -> false), SearchProgress.SILENT);
        var two = ProjectSearch.run(project, null, new Limits(5_000, 3, 2, () -> false), SearchProgress.SILENT);

        assertThat(two).isEqualTo(one);
        checked(project, one);
    }

    @Test
    void itGeneratesNoMoreSchedulesThanAllowed() {
        var project = new ProjectDice(new SplittableRandom(7)).small(60, 5);

        for (int most : List.of(1, 2, 3, 50, 777)) {
            var result = ProjectSearch.run(project, null, Limits.ofSchedules(most, 1), SearchProgress.SILENT);
            assertThat(checked(project, result).schedules()).isBetween(1L, (long) most);
        }
    }

    @Test
    void aKnownScheduleIsNeverMadeLonger() {
        var project = new ProjectDice(new SplittableRandom(7)).small(60, 5);
        var known =
                checked(project, ProjectSearch.run(project, null, Limits.ofSchedules(5_000, 1), SearchProgress.SILENT));

        var result = ProjectSearch.run(project, known, Limits.ofSchedules(1, 2), SearchProgress.SILENT);

        assertThat(checked(project, result).makespan()).isLessThanOrEqualTo(known.makespan());
        assertThat(checked(project, result).schedules()).isEqualTo(1);
    }

    @Test
    void anActivityThatAsksForMoreThanThereIsMakesAProjectInfeasible() {
        var mode = new Project.Mode(1, List.of(2), List.of());
        var project = new Project(List.of(new Project.Activity(List.of(mode), List.of())), List.of(1), List.of());

        assertThat(ProjectSearch.run(project, null, Limits.ofSchedules(10, 1), SearchProgress.SILENT))
                .isInstanceOf(ProjectResult.Infeasible.class);
    }

    private static Scheduled checked(Project project, ProjectResult result) {
        var scheduled = (Scheduled) result;
        assertThat(ProjectCheck.faults(project, scheduled.starts(), scheduled.modes(), scheduled.makespan()))
                .isEmpty();
        assertThat(scheduled.bound()).isLessThanOrEqualTo(scheduled.makespan());
        return scheduled;
    }

    /// Tries every combination of modes and, for each, every order, placing activities period by period.
    private static int shortest(Project project) {
        var modes = new ArrayList<Integer>();
        return withModes(project, modes);
    }

    private static int withModes(Project project, List<Integer> modes) {
        if (modes.size() == project.activities().size()) {
            var starts = new ArrayList<Integer>(Collections.nCopies(modes.size(), null));
            return place(project, modes, starts);
        }
        int best = Integer.MAX_VALUE;
        for (int mode = 0; mode < project.activities().get(modes.size()).modes().size(); mode++) {
            modes.add(mode);
            best = Math.min(best, withModes(project, modes));
            modes.removeLast();
        }
        return best;
    }

    /// Active schedules contain a shortest one: the next activity, whichever it is, starts as early as it can.
    private static int place(Project project, List<Integer> modes, List<Integer> starts) {
        if (!starts.contains(null)) {
            long makespan = IntStream.range(0, starts.size())
                    .mapToLong(activity -> starts.get(activity)
                            + project.activities()
                                    .get(activity)
                                    .modes()
                                    .get(modes.get(activity))
                                    .duration())
                    .max()
                    .orElse(0);
            return ProjectCheck.faults(project, starts, modes, makespan).isEmpty() ? (int) makespan : Integer.MAX_VALUE;
        }
        int best = Integer.MAX_VALUE;
        for (int activity = 0; activity < starts.size(); activity++) {
            if (starts.get(activity) == null && isReady(project, activity, starts)) {
                starts.set(activity, earliest(project, activity, modes, starts));
                best = starts.get(activity) < 0 ? best : Math.min(best, place(project, modes, starts));
                starts.set(activity, null);
            }
        }
        return best;
    }

    private static boolean isReady(Project project, int activity, List<Integer> starts) {
        return IntStream.range(0, starts.size())
                .allMatch(other -> starts.get(other) != null
                        || project.activities().get(other).successors().stream()
                                .noneMatch(next -> next.activity() == activity));
    }

    private static int earliest(Project project, int activity, List<Integer> modes, List<Integer> starts) {
        for (int start = 0; start <= project.horizon(); start++) {
            starts.set(activity, start);
            if (fits(project, modes, starts)) {
                return start;
            }
        }
        return -1;
    }

    /// What is held rises only when an activity starts.
    private static boolean fits(Project project, List<Integer> modes, List<Integer> starts) {
        var placed = IntStream.range(0, starts.size())
                .filter(at -> starts.get(at) != null)
                .boxed()
                .toList();
        for (int from : placed) {
            for (var next : project.activities().get(from).successors()) {
                Integer start = starts.get(next.activity());
                if (start != null
                        && start < starts.get(from) + mode(project, modes, from).duration() + next.lag()) {
                    return false;
                }
            }
        }
        for (int changed : placed) {
            int time = starts.get(changed);
            for (int resource = 0; resource < project.renewable().size(); resource++) {
                int held = 0;
                for (int at : placed) {
                    var mode = mode(project, modes, at);
                    boolean runs = starts.get(at) <= time && time < starts.get(at) + mode.duration();
                    held += runs ? mode.renewable().get(resource) : 0;
                }
                if (held > project.renewable().get(resource)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Project.Mode mode(Project project, List<Integer> modes, int activity) {
        return project.activities().get(activity).modes().get(modes.get(activity));
    }
}
