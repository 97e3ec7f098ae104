package muster.audit;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import muster.plan.AssuranceLevel;
import muster.plan.Expectation;

/// Judges one expectation by its evidence. The newest evidence of each kind and subject counts; what has expired, was
/// not run, broke or stayed inconclusive proves nothing.
///
/// | what counts says | readiness |
/// |---|---|
/// | nothing conclusive, or it passed but a probe that would go further was not made | UNKNOWN |
/// | all passed and the level asked for was reached | READY |
/// | something failed and nothing got as far as `EXISTS` | MISSING; BLOCKED if it waits for somebody or for access |
/// | it exists, has a defect and failed or does not reach the level | BLOCKED |
/// | it exists and failed or does not reach the level | PARTIAL |
record ReadinessRule(Expectation expectation, List<Evidence> current, Instant now) {

    /// Kinds whose failure means waiting or lacking access: there is no thing that could be missing.
    private static final Set<String> NOT_A_THING = Set.of("handed-over", "scratch-table");

    static Assessment judge(Expectation expectation, List<Evidence> evidence, Instant now) {
        var current = new LinkedHashMap<String, Evidence>();
        evidence.stream()
                .filter(each -> each.expectation().equals(expectation.id()))
                .sorted(comparing(Evidence::at).thenComparing(Evidence::id))
                .forEach(each -> current.put(each.kind() + each.subject(), each));
        return new ReadinessRule(expectation, List.copyOf(current.values()), now).assessment();
    }

    private Assessment assessment() {
        var readiness = readiness();
        return new Assessment(
                expectation, readiness, reached(), reason(readiness), current, new Remarks(this, readiness).all());
    }

    private Readiness readiness() {
        if (conclusive().allMatch(each -> each.result() == ProbeResult.PASS)) {
            return passed();
        }
        if (reached().compareTo(AssuranceLevel.EXISTS) < 0) {
            return conclusive().anyMatch(each -> NOT_A_THING.contains(each.kind()))
                    ? Readiness.BLOCKED
                    : Readiness.MISSING;
        }
        return hasDefect() ? Readiness.BLOCKED : Readiness.PARTIAL;
    }

    private Readiness passed() {
        if (conclusive().findAny().isEmpty() || reached() == AssuranceLevel.CLAIMED) {
            return Readiness.UNKNOWN;
        }
        if (reached().compareTo(expectation.level()) >= 0) {
            return Readiness.READY;
        }
        if (hasDefect()) {
            return Readiness.BLOCKED;
        }
        return inconclusive().findAny().isPresent() ? Readiness.UNKNOWN : Readiness.PARTIAL;
    }

    private String reason(Readiness readiness) {
        return switch (readiness) {
            case READY -> "reached " + words(reached()) + ", asked for " + words(expectation.level());
            case PARTIAL ->
                "got as far as " + words(reached()) + ", asked for " + words(expectation.level())
                        + failure().map(each -> ": " + each.summary()).orElse("");
            case MISSING, BLOCKED ->
                firstDefect()
                        .map(finding -> finding.message() + " (" + finding.place() + ")")
                        .or(() -> failure().map(Evidence::summary))
                        .orElse("does not work at the level asked for");
            case UNKNOWN -> whyUnknown();
        };
    }

    private String whyUnknown() {
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

    private AssuranceLevel reached() {
        return conclusive()
                .map(Evidence::reached)
                .max(comparing(level -> level))
                .orElse(AssuranceLevel.CLAIMED);
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
