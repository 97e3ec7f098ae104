package muster.audit;

import muster.plan.Expectation;
import muster.plan.Need;
import muster.plan.Severity;

/// How bad it is that an expectation is unmet. Source: DESIGN, section Audit.
///
/// | need | on the critical path | accepted workaround | severity |
/// |---|---|---|---|
/// | required | yes | no | P0 |
/// | required | yes | yes | P1 |
/// | required | no | either | P1 |
/// | optional, and some phase, impact or remedy hangs on it | either | either | P2 |
/// | optional otherwise | either | either | P3 |
///
/// A workaround is what the plan says; what a waiver changes stands in [Ruling].
final class SeverityRule {
    private SeverityRule() {}

    static Severity of(Expectation expectation, OnPath path) {
        return switch (expectation.need()) {
            case REQUIRED -> required(expectation, path);
            case OPTIONAL -> costsSomething(expectation) ? Severity.P2 : Severity.P3;
        };
    }

    private static Severity required(Expectation expectation, OnPath path) {
        return switch (path) {
            case CRITICAL -> expectation.workaround() == null ? Severity.P0 : Severity.P1;
            case OFF -> Severity.P1;
        };
    }

    private static boolean costsSomething(Expectation expectation) {
        return expectation.impact() != null
                || !expectation.phases().isEmpty()
                || !expectation.remedies().isEmpty();
    }

    static boolean isRequired(Expectation expectation) {
        return expectation.need() == Need.REQUIRED;
    }
}
