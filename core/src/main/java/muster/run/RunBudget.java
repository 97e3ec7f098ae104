package muster.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import muster.plan.Level;
import muster.plan.ResourceId;
import muster.plan.Share;
import org.jspecify.annotations.Nullable;

/// How much of something a run may use up, such as USD, hours or tokens.
///
/// @param amount how much there is until the first level
/// @param profile how much has been provided in all, by time
/// @param warnAt share at which the run warns
public record RunBudget(ResourceId id, String unit, BigDecimal amount, List<Level> profile, Share warnAt) {
    public RunBudget {
        profile = List.copyOf(profile);
    }

    /// How long one unit is if it is one of time: hours or minutes, also of something (`agent-hours`, `GPU minutes`);
    /// null if it is none. Such a budget counts itself, see [TimeSpent].
    @Nullable
    Duration unitOfTime() {
        var word = unit.substring(Math.max(unit.lastIndexOf(' '), unit.lastIndexOf('-')) + 1);
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "h", "hour", "hours" -> Duration.ofHours(1);
            case "min", "minute", "minutes" -> Duration.ofMinutes(1);
            default -> null;
        };
    }

    /// How much of an amount is spent when the run warns.
    BigDecimal warning(BigDecimal of) {
        return of.multiply(BigDecimal.valueOf(warnAt.value()));
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
