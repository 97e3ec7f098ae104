package muster.solver;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import muster.rcpsp.Decoding;
import muster.rcpsp.Limits;
import muster.rcpsp.Project;
import muster.rcpsp.Project.Activity;
import muster.rcpsp.Project.Mode;
import muster.rcpsp.ProjectCheck;
import muster.rcpsp.ProjectResult;
import muster.rcpsp.ProjectResult.Infeasible;
import muster.rcpsp.ProjectResult.NoneFound;
import muster.rcpsp.ProjectResult.Scheduled;
import muster.rcpsp.ProjectSearch;
import muster.rcpsp.SearchProgress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class CpSatTest {
    private static final int SEEDS = 100;

    /// Unpacked once for all builds, as it is for all starts.
    private static final Path CACHE = Path.of("target", "cp-sat-cache");

    private static final Limits UNLIMITED = new Limits(1, 7, 1, () -> false);

    private final CpSat solver = ((Provision.Ready) CpSat.provide(CACHE)).solver();

    @Test
    void whatItProvesIsWhatTryingEveryScheduleFinds() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var project = new ProjectDice(seed).withOneMode(4, 3);

            var result = solve(project, null, UNLIMITED);

            assertThat(checked(project, result).makespan())
                    .as("seed " + seed)
                    .isEqualTo(EverySchedule.shortest(project).orElseThrow());
            assertThat(checked(project, result).isProven()).as("seed " + seed).isTrue();
        }
    }

    @Test
    void modesAreChosenAsWellAsByTryingThemAllAndNoneIsFoundWhereThereIsNone() {
        int infeasible = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            var project = new ProjectDice(seed).withModes(4, 3);
            var shortest = EverySchedule.shortest(project);

            var result = solve(project, null, UNLIMITED);

            if (shortest.isEmpty()) {
                infeasible++;
                assertThat(result).as("seed " + seed).isInstanceOf(Infeasible.class);
            } else {
                var scheduled = checked(project, result);
                assertThat(scheduled.makespan()).as("seed " + seed).isEqualTo(shortest.getAsInt());
                assertThat(scheduled.isProven()).as("seed " + seed).isTrue();
            }
        }
        assertThat(infeasible).isBetween(SEEDS / 20, SEEDS / 2);
    }

    @Test
    void anActivityThatAsksForMoreThanThereIsIsNamed() {
        var fits = new Activity(List.of(new Mode(1, List.of(1), List.of())), List.of());
        var asksForMore = new Activity(List.of(new Mode(1, List.of(2), List.of())), List.of());

        var result = solve(new Project(List.of(fits, asksForMore), List.of(1), List.of()), null, UNLIMITED);

        assertThat(result).isEqualTo(new Infeasible("activity 2 asks for more of a renewable resource than there is"));
    }

    @Test
    void aProjectWithoutActivitiesTakesNoTime() {
        var result = solve(new Project(List.of(), List.of(), List.of()), null, UNLIMITED);

        assertThat(result).isEqualTo(new Scheduled(List.of(), List.of(), 0, 0, 0));
    }

    @Test
    void aStopGivesTheBestSoFarWithItsBound() {
        var project = new ProjectDice(3).withOneMode(120, 9);
        var stop = new AtomicBoolean();

        var result = solver.solve(
                project,
                null,
                new Limits(1, 7, 1, stop::get),
                (_, value, _) -> stop.compareAndSet(false, value != Decoding.INFEASIBLE));

        assertThat(checked(project, result).isProven()).isFalse();
        assertThat(checked(project, result).bound()).isPositive();
    }

    @Test
    void aStopBeforeTheBeginFindsNothing() {
        var project = new ProjectDice(3).withOneMode(120, 9);

        assertThat(solve(project, null, new Limits(1, 7, 1, () -> true))).isEqualTo(new NoneFound(0));
    }

    @Test
    void anInterruptedThreadStopsToo() {
        var project = new ProjectDice(3).withOneMode(120, 9);

        Thread.currentThread().interrupt();
        var result = solve(project, null, UNLIMITED);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result).isNotInstanceOf(Infeasible.class);
    }

    @Test
    void whatIsKnownIsKeptUntilSomethingBetterIsFound() {
        var project = new ProjectDice(3).withOneMode(120, 9);
        var known = searched(project);
        var stop = new AtomicBoolean();

        var result = solver.solve(
                project, known, new Limits(1, 7, 1, () -> !stop.compareAndSet(false, true)), SearchProgress.SILENT);

        assertThat(checked(project, result).makespan()).isLessThanOrEqualTo(known.makespan());
        assertThat(checked(project, result).bound()).isGreaterThanOrEqualTo(known.bound());
    }

    @Test
    void theHintIsTheWholeKnownSchedule() {
        for (long seed = 0; seed < 10; seed++) {
            var project = new ProjectDice(seed).withModes(20, 5);
            if (!(search(project) instanceof Scheduled known)) {
                continue;
            }
            var model = new ProjectModel(project, new Windows(project, known.makespan()), known.bound());

            model.hint(known);
            var cp = new CpSolver();
            cp.getParameters().setNumWorkers(1).setFixVariablesToTheirHintedValue(true);

            assertThat(cp.solve(model.model)).as("seed " + seed).isEqualTo(CpSolverStatus.OPTIMAL);
            var hinted = model.schedule(cp::value, known.bound());
            assertThat(hinted.starts()).as("seed " + seed).isEqualTo(known.starts());
            assertThat(hinted.modes()).as("seed " + seed).isEqualTo(known.modes());
        }
    }

    @Test
    void oneWorkerGivesEqualOutcomesForEqualSeeds() {
        var project = new ProjectDice(5).withModes(16, 6);

        assertThat(solve(project, null, UNLIMITED)).isEqualTo(solve(project, null, UNLIMITED));
    }

    @Test
    void progressTellsValuesThatFallAndBoundsThatRiseUntilTheyMeet() {
        var project = new ProjectDice(8).withOneMode(25, 9);
        var values = new ArrayList<Long>();
        var bounds = new ArrayList<Long>();
        var told = Thread.currentThread();

        var result = solver.solve(project, null, new Limits(1, 7, 2, () -> false), (schedules, value, bound) -> {
            assertThat(Thread.currentThread()).isSameAs(told);
            assertThat(schedules).isZero();
            values.add(value);
            bounds.add(bound);
        });

        assertThat(values).isNotEmpty().isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(bounds).isSorted();
        assertThat(values.getLast()).isEqualTo(checked(project, result).makespan());
    }

    private ProjectResult solve(Project project, @Nullable Scheduled known, Limits limits) {
        return solver.solve(project, known, limits, SearchProgress.SILENT);
    }

    private static ProjectResult search(Project project) {
        return ProjectSearch.run(project, null, Limits.ofSchedules(300, 1), SearchProgress.SILENT);
    }

    private static Scheduled searched(Project project) {
        return (Scheduled) search(project);
    }

    private static Scheduled checked(Project project, ProjectResult result) {
        var scheduled = (Scheduled) result;
        assertThat(ProjectCheck.faults(project, scheduled.starts(), scheduled.modes(), scheduled.makespan()))
                .isEmpty();
        assertThat(scheduled.bound()).isLessThanOrEqualTo(scheduled.makespan());
        return scheduled;
    }
}
