package muster.review;

import muster.audit.Aggregates;
import muster.plan.RiskLevel;

/// The risk of carrying the target phase out, by the figures of the audit. Source: the severities of seed 003.
///
/// | figures | risk |
/// |---|---|
/// | a P0 is open | HIGH |
/// | a P1 is open, or a required expectation is unknown | MEDIUM |
/// | otherwise | LOW |
final class RiskRule {
    private RiskRule() {}

    static RiskLevel of(Aggregates figures) {
        if (figures.openP0() > 0) {
            return RiskLevel.HIGH;
        }
        return figures.openP1() > 0 || figures.requiredUnknown() > 0 ? RiskLevel.MEDIUM : RiskLevel.LOW;
    }

    /// What was not tested can only make it worse.
    static String text(Aggregates figures) {
        var level = of(figures);
        return level == RiskLevel.HIGH || figures.requiredUnknown() == 0
                ? level.name()
                : level + " at least: " + figures.requiredUnknown() + " required expectations are not tested";
    }

    static String reason(Aggregates figures) {
        return "HIGH with an open P0 (" + figures.openP0() + " open), MEDIUM with an open P1 (" + figures.openP1()
                + ") or a required expectation unknown (" + figures.requiredUnknown() + "), else LOW";
    }
}
