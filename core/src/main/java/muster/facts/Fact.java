package muster.facts;

import java.time.Instant;
import java.util.List;
import muster.plan.FactId;
import muster.plan.Share;
import org.jspecify.annotations.Nullable;

/// One fact as last observed.
public record Fact(FactId id, Truth truth, Observation observation) {
    private static final Share ANY = new Share(0);

    /// A fact that nobody doubts.
    public Fact(FactId id, Truth truth, List<String> evidence, Instant observedAt, @Nullable Instant expires) {
        this(id, truth, new Observation(evidence, observedAt, expires, Observation.CERTAIN));
    }

    /// The ids of the evidence it rests on.
    public List<String> evidence() {
        return observation.evidence();
    }

    /// The truth at an instant: what has expired is unknown.
    public Truth at(Instant now) {
        return at(now, ANY);
    }

    /// The truth at an instant for one who asks for at least this confidence: what has expired or is less sure is
    /// unknown.
    public Truth at(Instant now, Share least) {
        return observation.counts(now, least) ? truth : Truth.UNKNOWN;
    }
}
