package muster.audit;

import java.math.BigDecimal;
import muster.plan.Claim;
import org.jspecify.annotations.Nullable;

/// A claim set against evidence.
///
/// @param observed the value that was seen, if any
/// @param because which evidence or rule decided
public record ReconciledClaim(
        Claim claim, ClaimVerdict verdict, @Nullable BigDecimal observed, String because) {}
