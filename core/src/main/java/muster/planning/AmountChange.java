package muster.planning;

import java.math.BigDecimal;
import muster.plan.FactId;
import muster.plan.Quantity;

/// What an action does to how much there is of something.
public sealed interface AmountChange {

    /// What changes.
    FactId fact();

    /// There is more by a quantity, or less if that is negative.
    record By(FactId fact, Quantity quantity) implements AmountChange {}

    /// There is this much afterwards.
    record To(FactId fact, Quantity quantity) implements AmountChange {}

    /// The number that it adds or sets.
    default BigDecimal number() {
        return switch (this) {
            case By(FactId _, Quantity quantity) -> quantity.number();
            case To(FactId _, Quantity quantity) -> quantity.number();
        };
    }
}
