package muster.audit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import muster.plan.ExpectationId;
import muster.plan.ItemId;
import muster.plan.Plan;
import muster.plan.Severity;
import muster.plan.Waiver;
import org.jspecify.annotations.Nullable;

/// Judges a plan by evidence. It performs no probe and asks no clock: the same plan, evidence, rules, background and
/// instant give the same report.
public final class Auditor {
    private final Plan plan;
    private final DecisionRules rules;
    private final Rulings rulings;
    private final TargetDelay target;
    private final Background background;

    /// An auditor of one plan by one policy.
    public Auditor(Plan plan, DecisionRules rules) {
        this(plan, rules, Background.NONE);
    }

    /// The same with what it knows beside plan and evidence.
    public Auditor(Plan plan, DecisionRules rules, Background background) {
        this.plan = plan;
        this.rules = rules;
        this.rulings = new Rulings(new CriticalPath(plan));
        this.target = new TargetDelay(plan);
        this.background = background;
    }

    /// The whole judgement where no document but the plan's own is read.
    public AuditReport judge(List<Evidence> evidence, Map<ItemId, BigDecimal> observations, Instant now) {
        return judge(new Seen(evidence, observations, List.of()), now);
    }

    /// The whole judgement.
    ///
    /// @param now evidence that has expired by then proves nothing
    public AuditReport judge(Seen seen, Instant now) {
        var byExpectation = seen.evidence().stream().collect(Collectors.groupingBy(Evidence::expectation));
        var assessments = plan.expectations().stream()
                .map(expectation ->
                        ReadinessRule.judge(expectation, byExpectation.getOrDefault(expectation.id(), List.of()), now))
                .map(assessment -> backed(assessment, now))
                .toList();
        var claims = new ArrayList<>(new Reconciliation(plan, assessments, seen.observations()).claims());
        claims.addAll(seen.documents());
        var contradictions = new Contradictions(plan.claims()).all();
        var documented = Documented.of(plan, claims, contradictions);
        var beside = Beside.of(seen.evidence());
        var found = new ArrayList<>(background.folder());
        found.addAll(beside.findings());
        found.addAll(new Unshared(seen.evidence(), claims).findings());
        found.addAll(new Orphans(files(beside), assessments).findings());
        var outcome = new Judgement(
                        new Judgement.Standards(plan, rules, rulings, background), assessments, documented, found, now)
                .outcome();
        var blockers = blockers(assessments, outcome.rulings());
        return new AuditReport(
                plan.header().id(),
                now,
                assessments,
                claims,
                contradictions,
                blockers,
                outcome.figures(),
                outcome.decision(),
                outcome.findings(),
                waived(outcome.waivers()),
                Trends.of(assessments, background.baseline()),
                extent(assessments, now),
                burden(blockers),
                beside);
    }

    private SortedSet<String> files(Beside beside) {
        var files = new TreeSet<>(background.files());
        files.addAll(beside.scripts());
        return files;
    }

    /// How bad the state of an expectation is if no waiver counts; none if it is met or nobody knows.
    public @Nullable Severity severity(Assessment assessment) {
        var ruling = ruling(assessment, null);
        return ruling == null ? null : ruling.severity();
    }

    /// How that severity comes about; none if it is met or nobody knows.
    ///
    /// @param waiver in force for it, if any
    public @Nullable Ruling ruling(Assessment assessment, @Nullable Waiver waiver) {
        return rulings.of(assessment, waiver);
    }

    private Assessment backed(Assessment assessment, Instant now) {
        var kinds = assessment.kinds(now);
        return severity(assessment) == Severity.P0 && kinds.size() < 2
                ? assessment.withRemark("this P0 rests on one kind of probe: " + String.join(", ", kinds))
                : assessment;
    }

    /// The unmet ones, worst first, of equal severity in the plan's order.
    private List<Blocker> blockers(List<Assessment> assessments, Map<ExpectationId, Ruling> ruled) {
        var blocking = new Blocking(plan, target);
        var blockers = new ArrayList<Blocker>();
        for (var assessment : assessments) {
            var ruling = ruled.get(assessment.expectation().id());
            if (ruling != null) {
                blockers.add(blocking.blocker(assessment, ruling));
            }
        }
        blockers.sort(Comparator.comparing(Blocker::severity));
        return blockers;
    }

    /// An unmet expectation as a blocker that no waiver covers.
    Blocker blocker(Assessment assessment, Ruling ruling) {
        return new Blocking(plan, target).blocker(assessment, ruling);
    }

    private List<Waived> waived(Map<ExpectationId, Waiver> waivers) {
        var waived = new ArrayList<Waived>();
        for (var expectation : plan.expectations()) {
            var waiver = waivers.get(expectation.id());
            if (waiver != null) {
                waived.add(new Waived(expectation.id(), waiver));
            }
        }
        return waived;
    }

    private Burden burden(List<Blocker> blockers) {
        var open = blockers.stream().map(Blocker::expectation).collect(Collectors.toSet());
        var unmet = plan.expectations().stream()
                .filter(expectation -> open.contains(expectation.id()))
                .toList();
        return Burden.of(blockers, target.by(unmet));
    }

    private static Extent extent(List<Assessment> assessments, Instant now) {
        var probed =
                assessments.stream().filter(each -> !each.evidence().isEmpty()).toList();
        var reused = probed.stream()
                .filter(each -> each.evidence().stream()
                        .allMatch(evidence -> evidence.at().isBefore(now)))
                .count();
        return new Extent(probed.size(), assessments.size(), (int) reused);
    }

    /// The plan that is judged.
    public Plan plan() {
        return plan;
    }
}
