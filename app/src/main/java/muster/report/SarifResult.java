package muster.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One result before it is written.
///
/// @param rule id of the rule
/// @param subject what it is about; with the rule it tells results apart from one audit to the next
/// @param expectation whose waiver and change count for it
/// @param evidence ids
record SarifResult(
        String rule,
        Kind kind,
        Level level,
        String subject,
        String message,
        List<Spot> places,
        @Nullable String expectation,
        List<String> evidence) {
    SarifResult {
        places = List.copyOf(places);
        evidence = List.copyOf(evidence);
    }

    /// A file and a line, if there is one.
    record Spot(String file, @Nullable Integer line) {}

    /// Whether it is a failure. Source: SARIF 2.1.0, 3.27.9.
    enum Kind {
        PASS,
        FAIL,
        /// Nobody knows.
        OPEN,
        /// A person has to look.
        REVIEW
    }

    /// How bad a failure is; NONE for everything else. Source: SARIF 2.1.0, 3.27.10.
    enum Level {
        ERROR,
        WARNING,
        NOTE,
        NONE
    }
}
