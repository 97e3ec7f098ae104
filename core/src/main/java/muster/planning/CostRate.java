package muster.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import muster.plan.Money;

/// The price of one working hour of one agent; it makes money and time comparable.
public record CostRate(Money perHour) {
    /// A round figure for one hour of an engineer, to be replaced by the team's own.
    public static final CostRate STANDARD = new CostRate(new Money(BigDecimal.valueOf(60), "USD"));

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    /// An amount of money as a cost, rounded up to a hundredth and to the largest cost there is.
    static Cost exactly(Money money) {
        var hundredths = money.amount().movePointRight(2).setScale(0, RoundingMode.CEILING);
        return new Cost(hundredths.min(BigDecimal.valueOf(Cost.MOST)).longValueExact());
    }

    /// Money spent plus working time of each agent at this rate, rounded up to a hundredth. The money must be
    /// zero or in the rate's currency.
    public Cost of(Money money, Duration likely, int agents) {
        if (money.amount().signum() != 0 && !money.currency().equals(perHour.currency())) {
            throw new IllegalArgumentException(
                    "cost is in " + money.currency() + " but the rate is in " + perHour.currency());
        }
        var time = perHour.amount()
                .multiply(BigDecimal.valueOf(likely.toSeconds()).multiply(BigDecimal.valueOf(agents)))
                .divide(SECONDS_PER_HOUR, 2, RoundingMode.CEILING);
        return new Cost(money.amount()
                .add(time)
                .movePointRight(2)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact());
    }
}
