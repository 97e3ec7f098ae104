package muster.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.ExpectationId;
import muster.plan.Severity;
import org.jspecify.annotations.Nullable;

/// Finds what contradicts an earlier audit though nothing that is known has changed, and names the earlier evidence.
/// The reason for it: a page of 52 names was once taken for a data set of 5,817 tables, and a phase was cancelled and
/// reinstated within minutes (DESIGN, section Why it exists).
///
/// @param severities of the open blockers
record Reversals(
        EarlierAudit baseline, List<Assessment> assessments, Map<ExpectationId, Severity> severities, Instant now) {
    private static final String CODE = "reversal";
    /// Row counts shrink in ordinary work; to less than this part of what they were, they are looked at.
    private static final int ROWS_SHRINK = 2;

    /// Contradictions about single expectations.
    List<AuditFinding> ofExpectations() {
        var before = baseline.byExpectation();
        return assessments.stream()
                .flatMap(each -> findings(each, before.get(each.expectation().id())))
                .toList();
    }

    /// A verdict that differs though every expectation is as ready as it was, or differs without a known reason.
    ///
    /// @param reversed the findings about single expectations
    List<AuditFinding> ofVerdict(Verdict verdict, List<AuditFinding> reversed) {
        if (isGo(verdict) == isGo(baseline.verdict()) || !isUnexplained(reversed)) {
            return List.of();
        }
        return List.of(new AuditFinding(
                CODE,
                Severity.P1,
                "the decision was " + word(baseline.verdict()) + " at " + baseline.at() + " and is " + word(verdict)
                        + ", though nothing that was probed has changed",
                "decision",
                reversed.stream()
                        .flatMap(each -> each.evidence().stream())
                        .distinct()
                        .toList()));
    }

    private boolean isUnexplained(List<AuditFinding> reversed) {
        var doubtful = reversed.stream().map(AuditFinding::place).collect(Collectors.toSet());
        var before = baseline.byExpectation();
        return before.size() == assessments.size()
                && assessments.stream().allMatch(each -> isTheSame(each, before, doubtful));
    }

    /// A blocker that counts otherwise, such as by a waiver that has been given or has ended, is a reason.
    private boolean isTheSame(Assessment now, Map<ExpectationId, EarlierAudit.Before> before, Set<String> doubtful) {
        var id = now.expectation().id();
        var earlier = before.get(id);
        return earlier != null
                && (doubtful.contains(id.value())
                        || (earlier.readiness() == now.readiness()
                                && Objects.equals(earlier.severity(), severities.get(id))));
    }

    private Stream<AuditFinding> findings(Assessment now, EarlierAudit.@Nullable Before before) {
        return before == null ? Stream.of() : Stream.concat(readiness(now, before), counts(now, before));
    }

    private Stream<AuditFinding> readiness(Assessment now, EarlierAudit.Before before) {
        var is = now.readiness() == Readiness.READY;
        var was = before.readiness() == Readiness.READY;
        if (is == was || isUnknown(now.readiness()) || isUnknown(before.readiness()) || !isUnmoved(now, before)) {
            return Stream.of();
        }
        var what = "it was " + before.readiness() + " at " + baseline.at() + " and is " + now.readiness()
                + ", though nothing it rests on has changed";
        return Stream.of(finding(now, before, what));
    }

    /// Nothing has expired, and the inputs are the same. Without inputs there is nothing to compare: what got better
    /// has most likely been fixed, what got worse is looked at.
    private boolean isUnmoved(Assessment current, EarlierAudit.Before before) {
        var valid = before.evidence().stream().allMatch(each -> now.isBefore(each.expires()));
        var inputs = inputs(current.evidence());
        return valid
                && inputs.equals(inputs(before.evidence()))
                && (!inputs.isEmpty() || before.readiness() == Readiness.READY);
    }

    private static Set<InputDigest> inputs(List<Evidence> evidence) {
        return evidence.stream().flatMap(each -> each.inputs().stream()).collect(Collectors.toSet());
    }

    private Stream<AuditFinding> counts(Assessment now, EarlierAudit.Before before) {
        var earlier = before.evidence().stream()
                .collect(Collectors.toMap(Reversals::probe, Function.identity(), (a, _) -> a));
        var findings = new ArrayList<AuditFinding>();
        for (var evidence : now.evidence()) {
            var old = earlier.get(probe(evidence));
            if (old != null) {
                shrunk(evidence, old).map(what -> finding(now, before, what)).forEach(findings::add);
            }
        }
        return findings.stream();
    }

    private static Stream<String> shrunk(Evidence now, Evidence before) {
        return Stream.of(new Shrinking("tables", 1), new Shrinking("rows", ROWS_SHRINK))
                .filter(each -> each.happened(Counts.of(before, each.count()), Counts.of(now, each.count())))
                .map(each -> "it rests on " + Counts.of(now, each.count()) + " " + each.count() + " (" + now.id()
                        + "), where earlier evidence counted " + Counts.of(before, each.count()) + " (" + before.id()
                        + ")");
    }

    private record Shrinking(String count, int by) {
        boolean happened(@Nullable Long before, @Nullable Long now) {
            return before != null && now != null && now * by < before;
        }
    }

    private static String probe(Evidence evidence) {
        return evidence.kind() + evidence.subject();
    }

    private AuditFinding finding(Assessment now, EarlierAudit.Before before, String what) {
        var id = now.expectation().id();
        var evidence = new TreeSet<>(now.evidenceIds());
        before.evidence().forEach(each -> evidence.add(each.id()));
        var grave = severities.get(id) == Severity.P0 || before.severity() == Severity.P0;
        return new AuditFinding(
                CODE, grave ? Severity.P1 : Severity.P2, id + ": " + what, id.value(), List.copyOf(evidence));
    }

    private static boolean isUnknown(Readiness readiness) {
        return readiness == Readiness.UNKNOWN;
    }

    private static boolean isGo(Verdict verdict) {
        return verdict.compareTo(Verdict.GO_WITH_CONDITIONS) >= 0;
    }

    private static String word(Verdict verdict) {
        return verdict.name().replace('_', '-');
    }
}
