package muster.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import muster.audit.Readiness;

/// What can be read of one expectation, each value with the evidence it came from.
record Reading(ReportView.Judged judged, Indexed report) {

    String title() {
        return judged.title();
    }

    Readiness readiness() {
        return judged.status();
    }

    Optional<ReportView.Blocker> blocker() {
        return report.blocker(judged.id());
    }

    /// The measured value of that name, or why there is none.
    Field attribute(String label, String name) {
        return evidence(each -> each.attributes().containsKey(name))
                .map(each -> new Field(label, each.attributes().getOrDefault(name, ""), List.of(each.id())))
                .orElseGet(() -> new Field(label, notMeasured(), List.of()));
    }

    boolean has(String name) {
        return evidence(each -> each.attributes().containsKey(name)).isPresent();
    }

    String notMeasured() {
        return readiness() == Readiness.MISSING
                ? "NOT-RUN: there is nothing to measure"
                : "NOT-RUN: no probe measured it";
    }

    private Optional<ReportView.Evidence> evidence(Predicate<ReportView.Evidence> which) {
        return report.evidence(judged.evidence()).filter(which).findFirst();
    }

    /// What the probe itself says, in one line.
    String summary() {
        return evidence(_ -> true).map(ReportView.Evidence::summary).orElse(judged.reason());
    }

    String phases() {
        return report.phases(judged.phases());
    }

    /// How long it takes to make it ready.
    String timeToCreate() {
        if (readiness() == Readiness.READY) {
            return "none, it is ready";
        }
        var delay = blocker().map(ReportView.Blocker::delay);
        return delay.map(Show::delay)
                .orElse(readiness() == Readiness.UNKNOWN ? "NOT KNOWN: not tested" : "NOT KNOWN: no remedy is stated");
    }
}
