package muster.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import muster.plan.ResourceKind;
import muster.rcpsp.Limits;
import muster.rcpsp.SearchProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The memetic search on plans, against a twin that tries every order.
class PlanSearchTest {
    private static final int SEEDS = 10_000;

    @Test
    void itFindsTheShortestScheduleOfEverySmallPlan() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var small = new EveryOrder(new Random(seed));

            long shortest = Duration.ofHours(small.shortest()).toSeconds();
            var best = new AtomicLong(Long.MAX_VALUE);
            var limits = new Limits(400, seed, 1, () -> best.get() <= shortest);

            var result = Scheduler.schedule(small.problem(), limits, (_, value, _) -> best.set(value));

            var schedule = ((SchedulingResult.Scheduled) result).schedule();
            assertThat(schedule.makespan().toSeconds()).as("seed " + seed).isEqualTo(shortest);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void itKeepsAllRulesAndIsNeverWorseThanTheFirstSchedule(long seed) {
        var problem = RandomTiming.project(new Random(seed)).problem();

        if (Scheduler.schedule(problem) instanceof SchedulingResult.Scheduled first) {
            var result = (SchedulingResult.Scheduled)
                    Scheduler.schedule(problem, Limits.ofSchedules(60, seed), SearchProgress.SILENT);

            var late = result.breaches().stream()
                    .map(breach -> breach.item() + " does not keep")
                    .toList();
            assertThat(ScheduleCheck.faults(problem, result.schedule()))
                    .allMatch(fault -> late.stream().anyMatch(fault::startsWith));
            assertThat(lateness(result)).isLessThanOrEqualTo(lateness(first));
            if (lateness(result) == lateness(first)) {
                assertThat(result.schedule().finish())
                        .isBeforeOrEqualTo(first.schedule().finish());
            }
        }
    }

    @Test
    void equalSeedsGiveEqualSchedulesOnAnyNumberOfThreads() {
        var problem = crowded();

        var one = searched(problem, new Limits(400, 5, 1, () -> false));
        var two = searched(problem, new Limits(400, 5, 2, () -> false));

        assertThat(two).isEqualTo(one);
    }

    @Test
    void itShortensAPlanInWhichManyOrdersCompete() {
        var problem = crowded();
        var first = ((SchedulingResult.Scheduled) Scheduler.schedule(problem)).schedule();

        assertThat(searched(problem, Limits.ofSchedules(3_000, 1)).finish()).isBefore(first.finish());
    }

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    private static long lateness(SchedulingResult.Scheduled result) {
        return result.breaches().stream()
                .mapToLong(breach -> breach.late().toSeconds())
                .sum();
    }

    private static Schedule searched(SchedulingProblem problem, Limits limits) {
        return ((SchedulingResult.Scheduled) Scheduler.schedule(problem, limits, SearchProgress.SILENT)).schedule();
    }

    private static SchedulingProblem crowded() {
        var random = new Random(3);
        var project =
                new SmallProject("2026-03-02T00:00:00Z").agent("p0", 2, null).agent("p1", 3, null);
        project.resource("disk", ResourceKind.RENEWABLE, "10");
        for (int item = 0; item < 60; item++) {
            var need = item < 6 ? "" : "i" + random.nextInt(item);
            project.item("i" + item, 1 + random.nextInt(9), "p" + random.nextInt(2), need);
            project.demands("disk", String.valueOf(1 + random.nextInt(6)));
        }
        return project.problem();
    }
}
