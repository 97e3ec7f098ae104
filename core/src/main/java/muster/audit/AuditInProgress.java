package muster.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.Escalation;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.Severity;

/// An audit whose evidence is still coming. Not for several threads at once.
public final class AuditInProgress {
    private final Auditor auditor;
    private final Map<ExpectationId, Expectation> expectations;
    private final List<Evidence> evidence = new ArrayList<>();
    private final Map<ExpectationId, List<Evidence>> byExpectation = new HashMap<>();
    private final Set<ExpectationId> escalated = new HashSet<>();

    /// An audit without evidence.
    public AuditInProgress(Auditor auditor) {
        this.auditor = auditor;
        this.expectations =
                auditor.plan().expectations().stream().collect(Collectors.toMap(Expectation::id, Function.identity()));
    }

    /// Takes all that one probing of an expectation yielded and answers with the P0 that it reveals; each expectation
    /// is escalated once, and not at all if a waiver without a condition covers it.
    public List<EscalatedBlocker> add(List<Evidence> found, Instant now) {
        evidence.addAll(found);
        found.forEach(each -> byExpectation
                .computeIfAbsent(each.expectation(), _ -> new ArrayList<>())
                .add(each));
        return found.stream()
                .map(Evidence::expectation)
                .distinct()
                .map(expectations::get)
                .filter(Objects::nonNull)
                .flatMap(expectation -> escalations(expectation, now))
                .toList();
    }

    private Stream<EscalatedBlocker> escalations(Expectation expectation, Instant now) {
        var assessment = ReadinessRule.judge(expectation, byExpectation.getOrDefault(expectation.id(), List.of()), now);
        var ruling = auditor.ruling(assessment, null);
        return ruling != null
                        && ruling.severity() == Severity.P0
                        && !isWaived(expectation, now)
                        && escalated.add(expectation.id())
                ? Stream.of(escalation(assessment, ruling, now))
                : Stream.of();
    }

    private boolean isWaived(Expectation expectation, Instant now) {
        return auditor.plan().waivers().stream()
                .anyMatch(waiver -> waiver.condition() == null
                        && now.isBefore(waiver.expires())
                        && waiver.covers(expectation.id()));
    }

    /// All evidence so far, in the order it came.
    public List<Evidence> evidence() {
        return List.copyOf(evidence);
    }

    private EscalatedBlocker escalation(Assessment assessment, Ruling ruling, Instant now) {
        var to = auditor.plan().coordination().escalations().stream()
                .filter(escalation -> escalation.when().contains("P0"))
                .map(Escalation::to)
                .distinct()
                .toList();
        return new EscalatedBlocker(auditor.blocker(assessment, ruling), to, assessment.evidenceIds(), now);
    }
}
