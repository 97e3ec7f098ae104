package muster.report;

import muster.audit.ClaimVerdict;
import muster.audit.ProbeResult;
import muster.audit.Readiness;
import muster.audit.Verdict;
import muster.plan.Severity;

/// The class of style of a status; the status itself always stands beside it in words.
final class Styles {
    private Styles() {}

    static String of(Readiness readiness) {
        return switch (readiness) {
            case READY -> "good";
            case PARTIAL -> "warn";
            case MISSING -> "bad";
            case BLOCKED -> "dark";
            case UNKNOWN -> "none";
        };
    }

    static String of(Severity severity) {
        return switch (severity) {
            case P0 -> "bad";
            case P1 -> "warn";
            case P2, P3 -> "none";
        };
    }

    static String of(Verdict verdict) {
        return switch (verdict) {
            case NO_GO -> "bad";
            case DEFER -> "none";
            case GO_WITH_CONDITIONS -> "warn";
            case GO -> "good";
        };
    }

    static String of(ProbeResult result) {
        return switch (result) {
            case PASS -> "good";
            case FAIL -> "bad";
            case ERROR -> "dark";
            case NOT_RUN, INCONCLUSIVE -> "none";
        };
    }

    static String of(ClaimVerdict verdict) {
        return switch (verdict) {
            case RIGHT -> "good";
            case WRONG, CONTRADICTORY -> "bad";
            case UNVERIFIABLE -> "none";
        };
    }
}
