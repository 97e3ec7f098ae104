package muster.rcpsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import muster.rcpsp.ProjectResult.Scheduled;
import org.junit.jupiter.api.Test;

class BudgetSearchTest {
    private static final Project PROJECT = new ProjectDice(new SplittableRandom(7)).small(60, 5);

    /// Time passes by being asked for.
    @Test
    void itGoesOnUntilTheBudgetIsSpent() {
        var time = new AtomicLong();
        var told = new AtomicLong();
        var search = new BudgetSearch(() -> time.get() / 2_000.0);
        var limits = new Limits(Long.MAX_VALUE, 1, 1, () -> time.incrementAndGet() >= 2_000);

        var result = (Scheduled) search.solve(PROJECT, null, limits, (schedules, _, _) -> told.set(schedules));

        assertThat(ProjectCheck.faults(PROJECT, result.starts(), result.modes(), result.makespan()))
                .isEmpty();
        assertThat(result.isProven() || time.get() >= 1_900).isTrue();
        assertThat(result.schedules()).isGreaterThan(200).isEqualTo(told.get());
    }

    @Test
    void itGeneratesNoMoreSchedulesThanTheLimitsAllow() {
        var result = (Scheduled)
                new BudgetSearch(() -> 0).solve(PROJECT, null, Limits.ofSchedules(777, 1), SearchProgress.SILENT);

        assertThat(result.schedules()).isBetween(1L, 777L);
    }

    @Test
    void aKnownScheduleIsTheAnswerIfThereIsNoBudget() {
        var known = (Scheduled) ProjectSearch.run(PROJECT, null, Limits.ofSchedules(50, 1), SearchProgress.SILENT);

        var result = (Scheduled)
                new BudgetSearch(() -> 1).solve(PROJECT, known, Limits.ofSchedules(777, 1), SearchProgress.SILENT);

        assertThat(result.starts()).isEqualTo(known.starts());
        assertThat(result.schedules()).isZero();
    }
}
