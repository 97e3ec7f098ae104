package muster.audit;

import java.util.Comparator;
import java.util.Optional;
import muster.plan.Expectation;
import muster.plan.Remedy;

/// The remedy that costs least; of equal cost the quickest, then the first written. Amounts of different currencies are
/// compared by currency code first, since they have no common measure.
final class CheapestRemedy {
    private static final Comparator<Remedy> CHEAPEST = Comparator.comparingInt(
                    (Remedy remedy) -> remedy.cost().amount().signum())
            .thenComparing(remedy -> remedy.cost().currency())
            .thenComparing(remedy -> remedy.cost().amount())
            .thenComparing(remedy -> remedy.estimate().likely());

    private CheapestRemedy() {}

    static Optional<Remedy> of(Expectation expectation) {
        return expectation.remedies().stream().min(CHEAPEST);
    }
}
