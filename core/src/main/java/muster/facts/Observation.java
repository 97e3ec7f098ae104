package muster.facts;

import java.time.Instant;
import java.util.List;
import muster.plan.Share;
import org.jspecify.annotations.Nullable;

/// How something came to be known.
///
/// @param evidence ids of the evidence it rests on, empty for an assumption
/// @param expires when it must be observed again; none means that it holds until something changes it
/// @param confidence how sure it is, 1 if nobody doubts it
public record Observation(
        List<String> evidence, Instant at, @Nullable Instant expires, Share confidence) {
    /// Nobody doubts it.
    public static final Share CERTAIN = new Share(1);

    public Observation {
        evidence = List.copyOf(evidence);
    }

    /// True if it may be relied on at an instant by one who asks for at least this confidence.
    public boolean counts(Instant now, Share least) {
        return (expires == null || now.isBefore(expires)) && confidence.compareTo(least) >= 0;
    }
}
