package muster.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import muster.plan.ExpectationId;
import muster.plan.Need;
import muster.plan.Severity;
import org.jspecify.annotations.Nullable;

/// What of one assessment goes into the figures.
///
/// @param delay likely time of the cheapest remedy, zero if there is none
record Case(ExpectationId id, Standing standing, Duration delay) {

    /// The part that decides; cases of equal standing are interchangeable for a policy.
    ///
    /// @param severity none if it is not a blocker
    record Standing(
            Need need, Readiness readiness, @Nullable Severity severity, Backing backing)
            implements Comparable<Standing> {
        private static final Comparator<Standing> ORDER = Comparator.comparing(Standing::need)
                .thenComparing(Standing::readiness)
                .thenComparing(standing -> String.valueOf(standing.severity()))
                .thenComparing(Standing::backing);

        @Override
        public int compareTo(Standing other) {
            return ORDER.compare(this, other);
        }

        Standing resolved() {
            return new Standing(need, Readiness.READY, null, backing);
        }
    }

    /// How many kinds of probe speak for it.
    enum Backing {
        ONE_KIND,
        TWO_KINDS
    }

    static Case of(Assessment assessment, @Nullable Severity severity, Instant now) {
        var backing = assessment.kinds(now).size() < 2 ? Backing.ONE_KIND : Backing.TWO_KINDS;
        var expectation = assessment.expectation();
        return new Case(
                expectation.id(),
                new Standing(expectation.need(), assessment.readiness(), severity, backing),
                CheapestRemedy.of(expectation)
                        .map(remedy -> remedy.estimate().likely())
                        .orElse(Duration.ZERO));
    }

    boolean isThinP0() {
        return standing.severity() == Severity.P0 && standing.backing() == Backing.ONE_KIND;
    }
}
