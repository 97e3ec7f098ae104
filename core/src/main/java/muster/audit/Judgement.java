package muster.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import muster.plan.ExpectationId;
import muster.plan.Plan;
import muster.plan.Severity;
import muster.plan.Waiver;

/// One judgement: from assessments to severities, findings, figures and the decision.
///
/// @param documented figures about the documents
/// @param found what the folder as a whole shows
record Judgement(
        Standards standards,
        List<Assessment> assessments,
        Documented documented,
        List<AuditFinding> found,
        Instant now) {

    /// What is judged by.
    record Standards(Plan plan, DecisionRules rules, Rulings rulings, Background background) {}

    /// What comes of it.
    record Outcome(
            Map<ExpectationId, Ruling> rulings,
            Map<ExpectationId, Waiver> waivers,
            List<AuditFinding> findings,
            Aggregates figures,
            Decision decision) {}

    Outcome outcome() {
        var conditions = standards.background().conditions();
        var waivers = new Waivers(
                standards.plan(),
                assessments,
                Tally.of(cases(rulings(Map.of())), documented).aggregates(),
                now);
        var inForce = waivers.inForce(conditions);
        var rulings = rulings(inForce);
        var cases = cases(rulings);
        var findings = new ArrayList<>(waivers.findings(conditions));
        findings.addAll(new Graveness(assessments, rulings, now).findings());
        findings.addAll(new Untested(assessments).findings());
        findings.addAll(found);
        findings.addAll(againstBaseline(rulings, cases, findings));
        findings.sort(Comparator.comparing(AuditFinding::severity));
        var tally = Tally.of(cases, documented.with(findings));
        return new Outcome(rulings, inForce, findings, tally.aggregates(), decision(tally, cases));
    }

    private Map<ExpectationId, Ruling> rulings(Map<ExpectationId, Waiver> waivers) {
        var rulings = new HashMap<ExpectationId, Ruling>();
        for (var assessment : assessments) {
            var id = assessment.expectation().id();
            var ruling = standards.rulings().of(assessment, waivers.get(id));
            if (ruling != null) {
                rulings.put(id, ruling);
            }
        }
        return rulings;
    }

    private List<Case> cases(Map<ExpectationId, Ruling> rulings) {
        return assessments.stream()
                .map(each -> Case.of(each, rulings.get(each.expectation().id()), now))
                .toList();
    }

    /// The verdict that is compared with the baseline's is the one without these very findings.
    private List<AuditFinding> againstBaseline(
            Map<ExpectationId, Ruling> rulings, List<Case> cases, List<AuditFinding> others) {
        var baseline = standards.background().baseline();
        if (baseline == null) {
            return List.of();
        }
        var verdict = new DecisionAlgebra(standards.rules())
                .verdict(Tally.of(cases, documented.with(others)).aggregates());
        var reversals = new Reversals(baseline, assessments, severities(rulings), now);
        var reversed = reversals.ofExpectations();
        var all = new ArrayList<>(reversed);
        all.addAll(reversals.ofVerdict(verdict, reversed));
        all.addAll(new Conservation(baseline, assessments).findings());
        return all;
    }

    private static Map<ExpectationId, Severity> severities(Map<ExpectationId, Ruling> rulings) {
        return rulings.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().severity()));
    }

    private Decision decision(Tally tally, List<Case> cases) {
        var algebra = new DecisionAlgebra(standards.rules());
        var fired = algebra.fired(tally.aggregates());
        var reasons = fired.stream()
                .map(rule -> rule.id() + ": " + rule.message())
                .distinct()
                .toList();
        return new Decision(
                fired.getFirst().decision(),
                reasons,
                new SmallestSet(tally, cases, algebra).find(),
                standards.rules().sha256());
    }
}
