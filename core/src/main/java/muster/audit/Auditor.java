package muster.audit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import muster.plan.ItemId;
import muster.plan.Plan;
import muster.plan.Severity;
import org.jspecify.annotations.Nullable;

/// Judges a plan by evidence. It performs no probe and asks no clock: the same plan, evidence, rules and instant give
/// the same report.
public final class Auditor {
    private final Plan plan;
    private final DecisionRules rules;
    private final CriticalPath path;

    /// An auditor of one plan by one policy.
    public Auditor(Plan plan, DecisionRules rules) {
        this.plan = plan;
        this.rules = rules;
        this.path = new CriticalPath(plan);
    }

    /// The whole judgement.
    ///
    /// @param observations values measured for claims that no probe of an expectation covers, by claim
    /// @param now evidence that has expired by then proves nothing
    public AuditReport judge(List<Evidence> evidence, Map<ItemId, BigDecimal> observations, Instant now) {
        var byExpectation = evidence.stream().collect(Collectors.groupingBy(Evidence::expectation));
        var assessments = plan.expectations().stream()
                .map(expectation ->
                        ReadinessRule.judge(expectation, byExpectation.getOrDefault(expectation.id(), List.of()), now))
                .map(assessment -> backed(assessment, now))
                .toList();
        var claims = new Reconciliation(plan, assessments, observations).claims();
        var contradictions = new Contradictions(plan.claims()).all();
        var cases = assessments.stream()
                .map(assessment -> Case.of(assessment, severity(assessment), now))
                .toList();
        var tally = Tally.of(cases, Documented.of(plan, claims, contradictions));
        var figures = tally.aggregates();
        return new AuditReport(
                plan.header().id(),
                now,
                assessments,
                claims,
                contradictions,
                blockers(assessments),
                figures,
                decision(figures, new SmallestSet(tally, cases, new DecisionAlgebra(rules))),
                List.of(),
                List.of(),
                List.of(),
                new Extent(byExpectation.size(), assessments.size()));
    }

    /// How bad the state of an expectation is; none if it is met or nobody knows.
    public @Nullable Severity severity(Assessment assessment) {
        return switch (assessment.readiness()) {
            case READY, UNKNOWN -> null;
            case PARTIAL, MISSING, BLOCKED ->
                SeverityRule.of(assessment.expectation(), path.of(assessment.expectation()));
        };
    }

    private Assessment backed(Assessment assessment, Instant now) {
        var kinds = assessment.kinds(now);
        return severity(assessment) == Severity.P0 && kinds.size() < 2
                ? assessment.withRemark("this P0 rests on one kind of probe: " + String.join(", ", kinds))
                : assessment;
    }

    /// The unmet ones, worst first, of equal severity in the plan's order.
    List<Blocker> blockers(List<Assessment> assessments) {
        var blockers = new ArrayList<Blocker>();
        for (var assessment : assessments) {
            var severity = severity(assessment);
            if (severity != null) {
                blockers.add(new Blocking(plan).blocker(assessment, severity));
            }
        }
        blockers.sort(Comparator.comparing(Blocker::severity));
        return blockers;
    }

    private Decision decision(Aggregates figures, SmallestSet smallest) {
        var fired = new DecisionAlgebra(rules).fired(figures);
        var reasons = fired.stream()
                .map(rule -> rule.id() + ": " + rule.message())
                .distinct()
                .toList();
        return new Decision(fired.getFirst().decision(), reasons, smallest.find(), rules.sha256());
    }

    Plan plan() {
        return plan;
    }
}
