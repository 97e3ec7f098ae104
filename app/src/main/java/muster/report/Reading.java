package muster.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.audit.Assessment;
import muster.audit.Blocker;
import muster.audit.Evidence;
import muster.audit.Readiness;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Plan;
import muster.plan.Probe;
import muster.review.Wording;

/// What can be read of one assessment, each value with the evidence it came from.
record Reading(Assessment assessment, ReportInput input) {

    static Stream<Reading> all(ReportInput input) {
        return input.audit().assessments().stream().map(assessment -> new Reading(assessment, input));
    }

    String title() {
        return assessment.expectation().title();
    }

    Readiness readiness() {
        return assessment.readiness();
    }

    Optional<Blocker> blocker() {
        return input.audit().blockers().stream()
                .filter(blocker ->
                        blocker.expectation().equals(assessment.expectation().id()))
                .findFirst();
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

    private Optional<Evidence> evidence(Predicate<Evidence> which) {
        return assessment.evidence().stream().filter(which).findFirst();
    }

    /// What the probe itself says, in one line.
    String summary() {
        return assessment.evidence().stream().map(Evidence::summary).findFirst().orElse(assessment.reason());
    }

    /// The path, table, package or party that the expectation is about.
    String target() {
        return switch (assessment.expectation().probe()) {
            case Probe.Capability(var words, var bound)
            when bound == null -> "no path is stated; searched for " + String.join(", ", words);
            case Probe.Dependency wanted -> wanted.name() + " (" + wanted.ecosystem() + ")";
            case Probe.Remote(var service, var target) -> service + " " + target;
            case Probe probe -> probe.target();
        };
    }

    String phases() {
        return phases(input.plan(), assessment.expectation().phases());
    }

    static String phases(Plan plan, List<PhaseId> ids) {
        var titles = plan.phases().stream()
                .filter(phase -> ids.contains(phase.id()))
                .map(Phase::title)
                .collect(Collectors.joining(", "));
        return titles.isEmpty() ? "No phase is stated" : titles;
    }

    /// How long it takes to make it ready.
    String timeToCreate() {
        if (readiness() == Readiness.READY) {
            return "none, it is ready";
        }
        var delay = blocker().map(Blocker::delay);
        return delay.map(Wording::of)
                .orElse(readiness() == Readiness.UNKNOWN ? "NOT KNOWN: not tested" : "NOT KNOWN: no remedy is stated");
    }
}
