package muster.wiring;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import muster.plan.Expectation;
import muster.plan.Location;
import muster.plan.Money;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.Problem;
import muster.plan.Remedy;
import muster.plan.Task;
import muster.planning.CostRate;

/// What an hour of work costs in the one currency of a plan.
final class PlanRate {
    private PlanRate() {}

    /// A problem if its costs are in several currencies.
    static Parsed<CostRate> of(Plan plan, Path file) {
        var currencies = new TreeSet<>(
                prices(plan).filter(PlanRate::counts).map(Money::currency).toList());
        if (currencies.size() > 1) {
            return new Parsed.Failed<>(List.of(new Problem(
                    new Location(file.toString(), 1, 1),
                    "costs in " + String.join(" and ", currencies) + " cannot be compared",
                    "Maybe state all costs in one currency")));
        }
        var hourly = plan.uncertainty().hourly();
        BigDecimal amount = hourly == null ? CostRate.STANDARD.perHour().amount() : hourly.amount();
        var currency = currencies.isEmpty() ? Money.ZERO.currency() : currencies.getFirst();
        return new Parsed.Ok<>(new CostRate(new Money(amount, currency)));
    }

    private static Stream<Money> prices(Plan plan) {
        var work = plan.tasks().stream().map(Task::cost);
        var remedies = plan.expectations().stream()
                .map(Expectation::remedies)
                .flatMap(List::stream)
                .map(Remedy::cost);
        var hourly = Stream.ofNullable(plan.uncertainty().hourly());
        return Stream.of(work, remedies, hourly).flatMap(each -> each);
    }

    private static boolean counts(Money money) {
        return money.amount().signum() != 0;
    }
}
