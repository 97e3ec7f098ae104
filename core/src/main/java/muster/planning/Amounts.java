package muster.planning;

import java.util.ArrayList;
import java.util.List;
import muster.plan.FactId;
import muster.plan.Quantity;

/// The numeric side of an action. There is never less than nothing, so an action that takes some needs at least
/// as much. An action that gives more of something, or sets how much there is, is carried out once at most.
///
/// @param needs what must hold before
/// @param changes at most one for each fact
public record Amounts(List<AmountNeed> needs, List<AmountChange> changes) {
    public static final Amounts NONE = new Amounts(List.of(), List.of());

    public Amounts {
        var all = new ArrayList<>(needs);
        for (var change : changes) {
            if (change instanceof AmountChange.By(FactId fact, Quantity by)
                    && by.number().signum() < 0) {
                all.add(AmountNeed.atLeast(fact, new Quantity(by.number().negate(), by.unit())));
            }
        }
        needs = all.stream().distinct().toList();
        changes = List.copyOf(changes);
        if (changes.stream().map(AmountChange::fact).distinct().count() < changes.size()) {
            throw new IllegalArgumentException("two changes of one amount: " + changes);
        }
    }

    /// Uses up this much.
    public static Amounts using(FactId fact, Quantity quantity) {
        return new Amounts(
                List.of(),
                List.of(new AmountChange.By(fact, new Quantity(quantity.number().negate(), quantity.unit()))));
    }

    /// True if it gives more of something, or sets how much there is.
    boolean gives() {
        return changes.stream()
                .anyMatch(change ->
                        change instanceof AmountChange.To || change.number().signum() > 0);
    }

    /// All of both.
    Amounts and(Amounts other) {
        var bothNeeds = new ArrayList<>(needs);
        bothNeeds.addAll(other.needs);
        var bothChanges = new ArrayList<>(changes);
        bothChanges.addAll(other.changes);
        return new Amounts(bothNeeds, bothChanges);
    }
}
