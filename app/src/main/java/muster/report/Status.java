package muster.report;

import muster.audit.Readiness;
import muster.audit.Verdict;

/// States in words, with the signs of seed 003.
final class Status {
    private Status() {}

    static String of(Readiness readiness) {
        return switch (readiness) {
            case READY -> "✅ READY";
            case PARTIAL -> "⚠️ PARTIAL";
            case MISSING -> "❌ MISSING";
            case BLOCKED -> "🔴 BLOCKED";
            case UNKNOWN -> "❔ UNKNOWN";
        };
    }

    static String of(Verdict verdict) {
        return switch (verdict) {
            case NO_GO -> "🔴 NO-GO";
            case DEFER -> "❔ DEFER";
            case GO_WITH_CONDITIONS -> "⚠️ GO-WITH-CONDITIONS";
            case GO -> "✅ GO";
        };
    }
}
