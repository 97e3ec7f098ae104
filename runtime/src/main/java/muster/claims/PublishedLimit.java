package muster.claims;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import muster.plan.ClaimValue.Limit;
import org.jspecify.annotations.Nullable;

/// What a service's publisher says it allows.
///
/// @param service name as the publisher writes it
/// @param about sets of words, each with one that a claim about it must have, in the singular
/// @param source address of the page that says so
/// @param metric by which a quota probe measures it; empty if none does
/// @param metricUnit in which that is measured
record PublishedLimit(
        String service,
        List<Set<String>> about,
        Limit limit,
        Kind kind,
        Naming naming,
        String metric,
        String metricUnit,
        String source) {
    /// Sizes are written in decimal units where binary ones are meant; up to TB the difference is less than a tenth.
    private static final BigDecimal ROUGHLY = new BigDecimal("0.1");
    /// A month has 30 days here and up to 31 elsewhere.
    private static final BigDecimal ABOUT_A_MONTH = new BigDecimal("0.04");
    private static final int DIGITS = 12;
    private static final long DAYS_28 = 28L * 24 * 3600;

    /// Whether a project can have it changed.
    enum Kind {
        /// It is the same for all.
        FIXED,
        /// It is a default, which a project can have lowered or raised.
        DEFAULT
    }

    /// Where the service must be named for its words to mean this.
    enum Naming {
        /// In the claim or the heading over it: others have such limits too.
        BESIDE,
        /// Anywhere in the document, if the claim speaks of a quota or of no limit.
        ANYWHERE
    }

    PublishedLimit {
        about = List.copyOf(about);
    }

    /// The same with what was measured.
    PublishedLimit with(Limit measured) {
        return new PublishedLimit(service, about, measured, kind, naming, metric, metricUnit, source);
    }

    /// Whether the words of a claim speak of this.
    boolean isMeant(Set<String> words) {
        return about.stream().allMatch(any -> any.stream().anyMatch(words::contains));
    }

    /// Whether both limit the same kind of amount, within a time or at all.
    boolean isComparable(Limit stated) {
        return stated.most() == null
                || (limit.most() != null
                        && stated.isOfBytes() == limit.isOfBytes()
                        && (stated.per() == null) == (limit.per() == null));
    }

    /// Whether it is the same, a rate being one over any time.
    boolean isAsStated(Limit stated) {
        var one = perSecond(limit);
        var other = perSecond(stated);
        if (one == null || other == null) {
            return one == null && other == null;
        }
        var off = one.subtract(other).abs();
        return off.compareTo(one.multiply(tolerance(stated))) <= 0;
    }

    private BigDecimal tolerance(Limit stated) {
        if (limit.isOfBytes()) {
            return ROUGHLY;
        }
        var per = stated.per();
        return per != null && per.toSeconds() >= DAYS_28 ? ABOUT_A_MONTH : new BigDecimal("1e-9");
    }

    private static @Nullable BigDecimal perSecond(Limit limit) {
        var amount = limit.amount();
        var per = limit.per();
        return amount == null || per == null
                ? amount
                : amount.divide(BigDecimal.valueOf(per.toSeconds()), DIGITS, RoundingMode.HALF_UP);
    }
}
