package muster.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import muster.plan.Money;
import org.junit.jupiter.api.Test;

class CostRateTest {
    private final CostRate rate = new CostRate(new Money(new BigDecimal("100"), "EUR"));

    @Test
    void moneyAndTheTimeOfEachAgentAddUp() {
        var spent = new Money(new BigDecimal("12.345"), "EUR");

        assertThat(rate.of(spent, Duration.ofMinutes(90), 2)).hasToString("312.35");
    }

    @Test
    void noMoneyHasNoCurrency() {
        assertThat(rate.of(Money.ZERO, Duration.ofHours(1), 1)).isEqualTo(new Cost(10_000));
    }

    @Test
    void moneyOfAnotherCurrencyIsRefused() {
        var dollars = new Money(BigDecimal.ONE, "USD");

        assertThatThrownBy(() -> rate.of(dollars, Duration.ZERO, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cost is in USD but the rate is in EUR");
    }
}
