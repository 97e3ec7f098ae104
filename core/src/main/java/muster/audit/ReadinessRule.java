package muster.audit;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import muster.plan.AssuranceLevel;
import muster.plan.CloudProbe;
import muster.plan.ContentProbe;
import muster.plan.DataProbe;
import muster.plan.Expectation;
import muster.plan.HostProbe;
import muster.plan.Probe;

/// Judges one expectation by its evidence. The newest evidence of each kind and subject counts; what has expired, was
/// not run, broke or stayed inconclusive proves nothing.
///
/// | what counts says | readiness |
/// |---|---|
/// | nothing conclusive, or it passed but a probe that would go further was not made, or the check asserts nothing |
/// UNKNOWN |
/// | all passed and the level asked for was reached | READY |
/// | something failed and nothing got as far as `EXISTS` | MISSING; BLOCKED if it waits for somebody or for access |
/// | it exists, has a defect and failed or does not reach the level | BLOCKED |
/// | it exists and failed or does not reach the level | PARTIAL |
record ReadinessRule(Expectation expectation, List<Evidence> current, Instant now) {

    /// Kinds that support what another probe found and never go further themselves.
    private static final Set<String> CORROBORATING = Set.of("git");

    static Assessment judge(Expectation expectation, List<Evidence> evidence, Instant now) {
        var current = new LinkedHashMap<String, Evidence>();
        evidence.stream()
                .filter(each -> each.expectation().equals(expectation.id()))
                .sorted(comparing(Evidence::at))
                .forEach(each -> current.put(each.kind() + each.subject(), each));
        return new ReadinessRule(expectation, List.copyOf(current.values()), now).assessment();
    }

    private Assessment assessment() {
        var readiness = readiness();
        var reason = reason(readiness);
        return new Assessment(
                expectation, readiness, reached(), reason, current, new Remarks(this, readiness).all(reason));
    }

    private Readiness readiness() {
        if (Vacuous.is(expectation)) {
            return Readiness.UNKNOWN;
        }
        if (conclusive().allMatch(each -> each.result() == ProbeResult.PASS)) {
            return passed();
        }
        if (reached().compareTo(AssuranceLevel.EXISTS) < 0) {
            return notThere();
        }
        return hasDefect() ? Readiness.BLOCKED : Readiness.PARTIAL;
    }

    /// To wait for somebody or to lack access is to be blocked: there is no thing that could be missing.
    private Readiness notThere() {
        return switch (expectation.probe()) {
            case Probe.HandedOver _, Probe.ScratchTable _, Probe.Remote _, CloudProbe _ -> Readiness.BLOCKED;
            case Probe.FileThere _,
                    Probe.Script _,
                    Probe.Capability _,
                    Probe.Command _,
                    Probe.Dependency _,
                    Probe.Tool _,
                    Probe.Table _,
                    Probe.Listing _,
                    Probe.Tracked _,
                    Probe.Written _,
                    HostProbe _,
                    ContentProbe _,
                    DataProbe _ -> Readiness.MISSING;
        };
    }

    private Readiness passed() {
        if (conclusive().findAny().isEmpty() || provenLevel() == AssuranceLevel.CLAIMED) {
            return Readiness.UNKNOWN;
        }
        if (provenLevel().compareTo(expectation.level()) >= 0) {
            return Readiness.READY;
        }
        if (hasDefect()) {
            return Readiness.BLOCKED;
        }
        return inconclusive().allMatch(each -> CORROBORATING.contains(each.kind()))
                ? Readiness.PARTIAL
                : Readiness.UNKNOWN;
    }

    private String reason(Readiness readiness) {
        return switch (readiness) {
            case READY -> "reached " + words(reached()) + ", asked for " + words(expectation.level());
            case PARTIAL ->
                "got as far as " + words(reached()) + ", asked for " + words(expectation.level())
                        + failure().map(each -> ": " + each.summary()).orElse("");
            case MISSING, BLOCKED ->
                firstDefect()
                        .map(Finding::toString)
                        .or(() -> failure().map(Evidence::summary))
                        .orElse("does not work at the level asked for");
            case UNKNOWN -> whyUnknown();
        };
    }

    private String whyUnknown() {
        if (Vacuous.is(expectation)) {
            return "ERROR: it asserts nothing, so it proves nothing";
        }
        if (current.isEmpty()) {
            return "NOT-RUN: there is no evidence";
        }
        return inconclusive()
                .findFirst()
                .map(each -> wordFor(each) + ": " + each.summary())
                .orElse("only a document says so");
    }

    /// Why a piece of evidence proves nothing, in one word.
    String wordFor(Evidence evidence) {
        if (!now.isBefore(evidence.expires())) {
            return "STALE";
        }
        return switch (evidence.result()) {
            case NOT_RUN -> "NOT-RUN";
            case PASS, FAIL, ERROR, INCONCLUSIVE -> evidence.result().name();
        };
    }

    static String words(AssuranceLevel level) {
        return level.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private AssuranceLevel provenLevel() {
        return highest(conclusive());
    }

    /// A probe that had to stop has still shown what lies below.
    private AssuranceLevel reached() {
        return highest(current.stream()
                .filter(each -> now.isBefore(each.expires()))
                .filter(each -> each.result() != ProbeResult.ERROR));
    }

    private static AssuranceLevel highest(Stream<Evidence> evidence) {
        return evidence.map(Evidence::reached).max(naturalOrder()).orElse(AssuranceLevel.CLAIMED);
    }

    private Stream<Evidence> failures() {
        return conclusive().filter(each -> each.result() == ProbeResult.FAIL);
    }

    private Optional<Evidence> failure() {
        return failures().findFirst();
    }

    private boolean hasDefect() {
        return firstDefect().isPresent();
    }

    /// Defects of what failed come before those that a passing probe saw in passing.
    private Optional<Finding> firstDefect() {
        return Stream.concat(failures(), conclusive())
                .flatMap(each -> each.findings().stream())
                .filter(finding -> finding.weight() == Weight.DEFECT)
                .findFirst();
    }

    Stream<Evidence> conclusive() {
        return current.stream().filter(each -> each.countsAt(now));
    }

    Stream<Evidence> inconclusive() {
        return current.stream().filter(each -> !each.countsAt(now));
    }
}
