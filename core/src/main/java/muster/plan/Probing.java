package muster.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a probe is made.
///
/// @param retries how often a failed probe is made again, 0 to 100
/// @param pause between two tries
/// @param timeout longest time of one try, none for the probe's own
/// @param budget what it may cost, none if nothing is paid for
/// @param target the machine that it looks at, none for this one
public record Probing(
        int retries,
        Duration pause,
        @Nullable Duration timeout,
        @Nullable Budget budget,
        @Nullable Target target) {
    /// One try without a budget.
    public static final Probing ONCE = new Probing(0, Duration.ofSeconds(1), null, null);

    /// A probe of this machine.
    public Probing(int retries, Duration pause, @Nullable Duration timeout, @Nullable Budget budget) {
        this(retries, pause, timeout, budget, null);
    }

    /// The same on another machine; none for this one.
    public Probing on(@Nullable Target other) {
        return new Probing(retries, pause, timeout, budget, other);
    }

    /// The machine that it looks at if that is not this one.
    public @Nullable Target elsewhere() {
        return target != null && target.isElsewhere() ? target : null;
    }

    /// What a paid probe may use; estimated before it is made.
    ///
    /// @param rows most rows read
    /// @param bytes most bytes read
    /// @param cost most money
    public record Budget(
            @Nullable Long rows,
            @Nullable Long bytes,
            @Nullable Money cost) {}
}
