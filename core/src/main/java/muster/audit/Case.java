package muster.audit;

import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import muster.plan.ExpectationId;
import muster.plan.Money;
import muster.plan.Need;
import muster.plan.Severity;
import org.jspecify.annotations.Nullable;

/// What of one assessment goes into the figures.
///
/// @param delay likely time of the cheapest remedy, zero if there is none
/// @param usd what that remedy costs, in US dollars rounded up; zero in another currency
record Case(ExpectationId id, Standing standing, Duration delay, long usd) {

    /// The part that decides; cases of equal standing are interchangeable for a policy.
    ///
    /// @param severity none if it is not a blocker
    record Standing(
            Need need, Readiness readiness, @Nullable Severity severity, Backing backing, Accepted accepted)
            implements Comparable<Standing> {
        private static final Comparator<Standing> ORDER = Comparator.comparing(Standing::need)
                .thenComparing(Standing::readiness)
                .thenComparing(standing -> String.valueOf(standing.severity()))
                .thenComparing(Standing::backing)
                .thenComparing(Standing::accepted);

        @Override
        public int compareTo(Standing other) {
            return ORDER.compare(this, other);
        }

        Standing resolved() {
            var probed = backing == Backing.NOT_PROBED ? Backing.ONE_KIND : backing;
            return new Standing(need, Readiness.READY, null, probed, Accepted.NO);
        }
    }

    /// How many kinds of probe speak for it.
    enum Backing {
        /// The audit did not get to it.
        NOT_PROBED,
        ONE_KIND,
        TWO_KINDS
    }

    /// Whether a waiver in force covers a blocker.
    enum Accepted {
        NO,
        WAIVED
    }

    static Case of(Assessment assessment, @Nullable Ruling ruling, Instant now) {
        var expectation = assessment.expectation();
        var remedy = CheapestRemedy.of(expectation);
        var standing = new Standing(
                expectation.need(),
                assessment.readiness(),
                ruling == null ? null : ruling.severity(),
                backing(assessment, now),
                ruling == null || ruling.waiver() == null ? Accepted.NO : Accepted.WAIVED);
        return new Case(
                expectation.id(),
                standing,
                remedy.map(each -> each.estimate().likely()).orElse(Duration.ZERO),
                remedy.map(each -> dollars(each.cost())).orElse(0L));
    }

    private static Backing backing(Assessment assessment, Instant now) {
        if (assessment.evidence().isEmpty()) {
            return Backing.NOT_PROBED;
        }
        return assessment.kinds(now).size() < 2 ? Backing.ONE_KIND : Backing.TWO_KINDS;
    }

    private static long dollars(Money cost) {
        return cost.currency().equals("USD")
                ? cost.amount().setScale(0, RoundingMode.CEILING).longValue()
                : 0;
    }
}
