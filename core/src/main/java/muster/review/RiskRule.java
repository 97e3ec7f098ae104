package muster.review;

import muster.audit.Aggregates;
import muster.plan.RiskLevel;
import org.jspecify.annotations.Nullable;

/// The risk of carrying the target phase out, by the figures of the audit. Source: the severities of seed 003.
///
/// | figures | risk |
/// |---|---|
/// | a P0 is open | HIGH |
/// | a P1 is open, or a required expectation is unknown | MEDIUM |
/// | otherwise | LOW |
///
/// The odds of a start in time may make it worse: below 50 % HIGH, below 80 % MEDIUM.
final class RiskRule {
    private RiskRule() {}

    static RiskLevel of(Aggregates figures, @Nullable StartOdds odds) {
        var audited = of(figures);
        var simulated = odds == null ? audited : odds.level();
        return simulated.compareTo(audited) > 0 ? simulated : audited;
    }

    private static RiskLevel of(Aggregates figures) {
        if (figures.openP0() > 0) {
            return RiskLevel.HIGH;
        }
        return figures.openP1() > 0 || figures.requiredUnknown() > 0 ? RiskLevel.MEDIUM : RiskLevel.LOW;
    }

    /// What was not tested can only make it worse.
    static String text(Aggregates figures, @Nullable StartOdds odds) {
        var level = of(figures, odds);
        return level == RiskLevel.HIGH || figures.requiredUnknown() == 0
                ? level.name()
                : level + " at least: " + figures.requiredUnknown() + " required expectations are not tested";
    }

    static String reason(Aggregates figures, @Nullable StartOdds odds) {
        return "HIGH with an open P0 (" + figures.openP0() + " open)"
                + (odds == null ? "" : " or a start in time below 50 %") + ", MEDIUM with an open P1 ("
                + figures.openP1()
                + ") or a required expectation unknown (" + figures.requiredUnknown() + ")"
                + (odds == null ? "" : " or a start in time below 80 %") + ", else LOW";
    }
}
