package muster.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CpuBudgetTest {
    @Test
    void itIsSpentByWorking() {
        var budget = new CpuBudget(Duration.ofMillis(30));
        var much = new CpuBudget(Duration.ofDays(1));

        while (!budget.getAsBoolean()) {
            Thread.onSpinWait();
        }

        assertThat(budget.share()).isEqualTo(1);
        assertThat(budget.spent()).isGreaterThanOrEqualTo(Duration.ofMillis(30));
        assertThat(much.getAsBoolean()).isFalse();
        assertThat(much.share()).isBetween(0.0, 0.01);
    }

    @Test
    void nothingIsSpentBeforeTheBegin() {
        assertThat(new CpuBudget(Duration.ZERO).getAsBoolean()).isTrue();
        assertThat(new CpuBudget(Duration.ZERO).share()).isEqualTo(1);
    }
}
