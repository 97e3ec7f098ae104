package muster.report;

import java.util.Map;
import muster.audit.Readiness;
import muster.plan.Need;
import org.jspecify.annotations.Nullable;

/// What test formats make of an expectation. What could not be tested has neither passed nor been skipped.
sealed interface Outcome {

    /// Met.
    record Passed() implements Outcome {}

    /// Unmet, and the plan cannot do without.
    record Failed() implements Outcome {}

    /// Not tested, stale or in error.
    record NotTested() implements Outcome {}

    /// Unmet, but it does not count; the raw status is part of the reason.
    record Excused(String why) implements Outcome {}

    /// @param waivers by the expectation that they cover
    static Outcome of(ReportView.Judged judged, Map<String, ReportView.Waiver> waivers) {
        return switch (judged.status()) {
            case READY -> new Passed();
            case UNKNOWN -> new NotTested();
            case PARTIAL, MISSING, BLOCKED -> unmet(judged.need(), judged.status(), waivers.get(judged.id()));
        };
    }

    private static Outcome unmet(Need need, Readiness status, ReportView.@Nullable Waiver waiver) {
        if (waiver != null) {
            return new Excused(status + ", waived by " + waiver.approver() + " until " + waiver.expires() + ": "
                    + waiver.reason());
        }
        return switch (need) {
            case REQUIRED -> new Failed();
            case OPTIONAL -> new Excused(status + ", but not required");
        };
    }
}
