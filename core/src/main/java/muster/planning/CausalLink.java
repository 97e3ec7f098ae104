package muster.planning;

import muster.plan.FactId;
import muster.plan.Quantity;
import org.jspecify.annotations.Nullable;

/// Who provides a fact, or some of an amount, to whom. Nothing between the two may undo the fact, or use up the amount.
///
/// @param amount how much it provides; null if it makes the fact true
public record CausalLink(
        Endpoint provider,
        FactId fact,
        Endpoint consumer,
        @Nullable Quantity amount) {

    /// Makes the fact true.
    public CausalLink(Endpoint provider, FactId fact, Endpoint consumer) {
        this(provider, fact, consumer, null);
    }
}
