package muster.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import muster.plan.ResourceKind;
import muster.planning.SmallPlan;
import muster.schedule.RandomTiming;
import muster.schedule.Schedule;
import muster.schedule.ScheduleCheck;
import muster.schedule.Scheduler;
import muster.schedule.SchedulingProblem;
import muster.schedule.SchedulingResult;
import muster.schedule.Slot;
import muster.schedule.SmallProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Iterations keep the time of the team: calendars, days off, turns, dates that hold back.
class TeamTimeTest {
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /// What an iteration with the schedule's own durations comes to is checked like a schedule. Supplies are not
    /// simulated, so items may come before theirs.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void withTheSchedulesOwnDurationsAnIterationIsASchedule(long seed) {
        var problem = RandomTiming.project(new Random(seed)).problem();
        if (Scheduler.schedule(problem) instanceof SchedulingResult.Scheduled(var schedule, var _, var _)) {
            var model = Modelling.of(new SmallPlan().plan(), problem, schedule);
            if (model.assumptions().stream().noneMatch(each -> each.contains("contradict"))) {
                var iteration = iteration(problem, schedule, model);

                assertThat(ScheduleCheck.faults(problem, iteration))
                        .filteredOn(fault -> !fault.contains("quota") && !fault.contains("runner"))
                        .isSubsetOf(ScheduleCheck.faults(problem, schedule));
                assertThat(iteration.finish()).isBeforeOrEqualTo(schedule.finish());
            }
        }
    }

    @Test
    void whatGoesFromAgentToAgentIsNotTakenOutOfTurn() {
        var project = new SmallProject("2026-03-02T08:00:00Z")
                .calendar("office", "UTC", SmallProject.WEEKDAYS, "08:00-16:00")
                .agent("ann", 1, "office")
                .agent("bob", 1, "office")
                .resource("runner", ResourceKind.RENEWABLE, "1")
                .inTurn()
                .item("a", 5, "ann", "")
                .demands("runner", "1")
                .item("b", 4, "bob", "a")
                .demands("runner", "1")
                .item("c", 5, "ann", "b")
                .demands("runner", "1")
                .item("d", 4, "ann", "")
                .demands("runner", "1");
        var problem = project.problem();
        var schedule = project.schedule();

        var iteration = iteration(problem, schedule, Modelling.of(new SmallPlan().plan(), problem, schedule));

        assertThat(ScheduleCheck.faults(problem, iteration)).isEmpty();
        assertThat(iteration.finish()).isEqualTo(schedule.finish()).isEqualTo("2026-03-06T12:00:00Z");
    }

    private static Schedule iteration(SchedulingProblem problem, Schedule schedule, RiskModel model) {
        var layout = Layout.of(model.network());
        var pass = new Pass(layout, Scenario.of(model.network()));
        pass.run(1, 0, 1);
        var slots = schedule.slots().stream()
                .map(slot -> worked(slot, problem.start(), layout.numbering.of(slot.item()), pass))
                .toList();
        var end = slots.stream().map(Slot::finish).max(Instant::compareTo).orElseThrow();
        return new Schedule(schedule.start(), end, slots, List.of());
    }

    private static Slot worked(Slot slot, Instant start, int place, Pass pass) {
        return new Slot(
                slot.item(),
                start.plusSeconds(pass.batch.start[place * Batch.LANES]),
                start.plusSeconds(pass.batch.finish[place * Batch.LANES]),
                List.of(),
                Duration.ZERO,
                Duration.ZERO,
                slot.owners(),
                slot.mode());
    }
}
