package muster.audit;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import muster.plan.Estimate;
import muster.plan.Money;

/// What all blockers take together, each by its cheapest remedy.
///
/// @param work likely working time, added up
/// @param onCriticalPath how much later the target phase can start (or end, see [Blocker]) if all are remedied side by
/// side
/// @param cost one amount for each currency, by currency code
/// @param unknown blockers for which no remedy is stated, so that nobody knows
public record Burden(Duration work, Duration onCriticalPath, List<Money> cost, int unknown) {
    public Burden {
        cost = List.copyOf(cost);
    }

    static Burden of(Collection<Blocker> blockers, Duration onCriticalPath) {
        var work = blockers.stream()
                .map(Blocker::delay)
                .filter(Objects::nonNull)
                .map(Estimate::likely)
                .reduce(Duration.ZERO, Duration::plus);
        var cost = new TreeMap<String, BigDecimal>();
        blockers.stream()
                .map(Blocker::cost)
                .filter(Objects::nonNull)
                .filter(each -> each.amount().signum() != 0)
                .forEach(each -> cost.merge(each.currency(), each.amount(), BigDecimal::add));
        return new Burden(
                work,
                onCriticalPath,
                cost.entrySet().stream()
                        .map(each -> new Money(each.getValue(), each.getKey()))
                        .toList(),
                (int) blockers.stream().filter(each -> each.delay() == null).count());
    }
}
