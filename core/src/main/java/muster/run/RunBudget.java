package muster.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import muster.plan.Level;
import muster.plan.ResourceId;
import muster.plan.Share;

/// How much of something a run may use up, such as USD, hours or tokens.
///
/// @param amount how much there is until the first level
/// @param profile how much has been provided in all, by time
/// @param warnAt share at which the run warns
public record RunBudget(ResourceId id, String unit, BigDecimal amount, List<Level> profile, Share warnAt) {
    public RunBudget {
        profile = List.copyOf(profile);
    }

    /// What has been provided by an instant.
    public BigDecimal amount(Instant at) {
        return profile.stream()
                .filter(level -> !level.from().isAfter(at))
                .reduce((_, later) -> later)
                .map(Level::amount)
                .orElse(amount);
    }
}
