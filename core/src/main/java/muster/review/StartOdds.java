package muster.review;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import muster.plan.RiskLevel;
import muster.risk.Proportion;
import muster.risk.RiskForecast.LikelyBlocker;

/// How probable the start is at the instant asked for, as simulated.
///
/// @param blockers what may move it, risks and gates before work, the most harmful first
/// @param assumptions that the probability rests on, in words
public record StartOdds(
        Proportion probability, int iterations, List<LikelyBlocker> blockers, List<String> assumptions) {
    /// A date that holds in four of five cases is what plans commonly commit to (P80).
    private static final double SAFE = 0.8;

    /// Below, it is more likely late than not.
    private static final double OPEN = 0.5;

    private static final int LISTED = 5;

    public StartOdds {
        blockers = List.copyOf(blockers);
        assumptions = List.copyOf(assumptions);
    }

    /// The risk of a late start.
    RiskLevel level() {
        if (probability.share() < OPEN) {
            return RiskLevel.HIGH;
        }
        return probability.share() < SAFE ? RiskLevel.MEDIUM : RiskLevel.LOW;
    }

    /// The probability with its interval and all that it assumes.
    String text() {
        return assumptions.isEmpty() ? figure() : figure() + ", assuming: " + String.join("; ", assumptions);
    }

    /// The probability with its interval.
    String figure() {
        return "a start with zero delay has the probability " + percent(probability.share()) + " (95 %: "
                + percent(probability.low()) + " to " + percent(probability.high()) + ", "
                + String.format(Locale.ROOT, "%,d", iterations) + " iterations)";
    }

    /// The worst of what may move the start.
    Stream<String> reasons() {
        return blockers.stream()
                .limit(LISTED)
                .map(blocker -> blocker.title() + " moves the start in "
                        + percent(blocker.moves().share()) + " of the iterations, then by "
                        + Wording.of(blocker.delay()));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
