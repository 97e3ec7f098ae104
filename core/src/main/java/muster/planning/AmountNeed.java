package muster.planning;

import java.math.BigDecimal;
import muster.plan.FactId;
import muster.plan.Quantity;

/// A condition on how much there is of something, in the unit in which that is measured.
public record AmountNeed(FactId fact, Bound bound, Quantity quantity) {

    /// On which side of the quantity the condition holds, itself included.
    public enum Bound {
        AT_LEAST,
        AT_MOST
    }

    /// At least this much.
    public static AmountNeed atLeast(FactId fact, Quantity quantity) {
        return new AmountNeed(fact, Bound.AT_LEAST, quantity);
    }

    /// At most this much.
    public static AmountNeed atMost(FactId fact, Quantity quantity) {
        return new AmountNeed(fact, Bound.AT_MOST, quantity);
    }

    /// True if the condition holds of a value.
    boolean holds(BigDecimal value) {
        return missing(value).signum() == 0;
    }

    /// How far a value is from meeting the condition; zero if it does.
    BigDecimal missing(BigDecimal value) {
        var missing = switch (bound) {
            case AT_LEAST -> quantity.number().subtract(value);
            case AT_MOST -> value.subtract(quantity.number());
        };
        return missing.max(BigDecimal.ZERO);
    }

    @Override
    public String toString() {
        return (bound == Bound.AT_LEAST ? "at least " : "at most ") + quantity + " of " + fact;
    }
}
