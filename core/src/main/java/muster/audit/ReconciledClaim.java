package muster.audit;

import java.util.List;
import muster.plan.Claim;
import org.jspecify.annotations.Nullable;

/// A claim set against evidence.
///
/// @param observed what was seen, if anything
/// @param because which rule decided, and what it measured
/// @param evidence ids of evidence, or the paths and places that were read
public record ReconciledClaim(
        Claim claim, ClaimVerdict verdict, @Nullable String observed, String because, List<String> evidence) {
    public ReconciledClaim {
        evidence = List.copyOf(evidence);
    }
}
