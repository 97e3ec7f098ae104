package muster.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import muster.plan.Escalation;
import muster.plan.ExpectationId;
import muster.plan.Severity;

/// An audit whose evidence is still coming. Not for several threads at once.
public final class AuditInProgress {
    private final Auditor auditor;
    private final List<Evidence> evidence = new ArrayList<>();
    private final Set<ExpectationId> escalated = new HashSet<>();

    /// An audit without evidence.
    public AuditInProgress(Auditor auditor) {
        this.auditor = auditor;
    }

    /// Takes all that one probing of an expectation yielded and answers with the P0 that it reveals; each expectation
    /// is escalated once.
    public List<EscalatedBlocker> add(List<Evidence> found, Instant now) {
        evidence.addAll(found);
        var touched = found.stream().map(Evidence::expectation).distinct().toList();
        return auditor.plan().expectations().stream()
                .filter(expectation -> touched.contains(expectation.id()))
                .map(expectation -> ReadinessRule.judge(expectation, evidence, now))
                .filter(assessment -> auditor.severity(assessment) == Severity.P0)
                .filter(assessment -> escalated.add(assessment.expectation().id()))
                .map(assessment -> escalation(assessment, now))
                .toList();
    }

    /// All evidence so far, in the order it came.
    public List<Evidence> evidence() {
        return List.copyOf(evidence);
    }

    private EscalatedBlocker escalation(Assessment assessment, Instant now) {
        var to = auditor.plan().coordination().escalations().stream()
                .filter(escalation -> escalation.when().contains("P0"))
                .map(Escalation::to)
                .distinct()
                .toList();
        var blocker = auditor.blockers(List.of(assessment)).getFirst();
        return new EscalatedBlocker(blocker, to, assessment.evidenceIds(), now);
    }
}
