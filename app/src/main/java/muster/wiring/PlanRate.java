package muster.wiring;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
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
        var currencies = currencies(plan);
        if (currencies.size() > 1) {
            return new Parsed.Failed<>(List.of(new Problem(
                    new Location(file.toString(), 1, 1),
                    "costs in " + String.join(" and ", currencies) + " cannot be compared",
                    "Maybe state all costs in one currency")));
        }
        return new Parsed.Ok<>(of(plan));
    }

    /// That of a plan whose costs are known to be in one currency.
    static CostRate of(Plan plan) {
        var currencies = currencies(plan);
        var hourly = plan.uncertainty().hourly();
        BigDecimal amount = hourly == null ? CostRate.STANDARD.perHour().amount() : hourly.amount();
        var currency = currencies.isEmpty() ? Money.ZERO.currency() : currencies.getFirst();
        return new CostRate(new Money(amount, currency));
    }

    private static SortedSet<String> currencies(Plan plan) {
        return new TreeSet<>(
                prices(plan).filter(PlanRate::counts).map(Money::currency).toList());
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
