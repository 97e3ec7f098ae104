package muster.claims;

import muster.audit.Sighting;
import muster.plan.Claim;
import org.jspecify.annotations.Nullable;

/// A way to find out whether a claim holds.
public interface ClaimRule {
    /// What was seen of it; null if the rule does not concern it, or could not look.
    @Nullable
    Sighting of(Claim claim);
}
