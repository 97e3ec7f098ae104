package muster.facts;

import java.time.Instant;
import java.util.List;
import muster.plan.FactId;
import org.jspecify.annotations.Nullable;

/// One fact as last observed.
///
/// @param evidence ids of the evidence it rests on, empty for an assumption
/// @param expires when it must be observed again; none means that it holds until something changes it
public record Fact(
        FactId id,
        Truth truth,
        List<String> evidence,
        Instant observedAt,
        @Nullable Instant expires) {
    public Fact {
        evidence = List.copyOf(evidence);
    }

    /// The truth at an instant: what has expired is unknown.
    public Truth at(Instant now) {
        return expires != null && !now.isBefore(expires) ? Truth.UNKNOWN : truth;
    }
}
