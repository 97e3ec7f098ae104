package muster.probes.data;

import java.time.Duration;
import muster.plan.Money;
import org.jspecify.annotations.Nullable;

/// What a probe is likely to use; whatever nobody can tell is missing.
///
/// @param rows read, not returned
/// @param bytes read or billed
/// @param cost money; zero on a machine of one's own
public record Estimated(
        @Nullable Long rows,
        @Nullable Long bytes,
        @Nullable Money cost,
        @Nullable Duration time) {
    /// Nothing is read but the catalogue.
    public static final Estimated NOTHING = new Estimated(0L, 0L, Money.ZERO, Duration.ZERO);

    /// Both one after the other. Amounts of different currencies do not add: their sum is missing.
    public Estimated plus(Estimated other) {
        return new Estimated(
                sum(rows, other.rows), sum(bytes, other.bytes), sum(cost, other.cost), sum(time, other.time));
    }

    private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
        return one == null || other == null ? null : Long.valueOf(one + other);
    }

    private static @Nullable Money sum(@Nullable Money one, @Nullable Money other) {
        return one == null || other == null || !one.currency().equals(other.currency()) ? null : one.plus(other);
    }

    private static @Nullable Duration sum(@Nullable Duration one, @Nullable Duration other) {
        return one == null || other == null ? null : one.plus(other);
    }
}
