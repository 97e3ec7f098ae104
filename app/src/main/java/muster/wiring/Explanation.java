package muster.wiring;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import muster.audit.Assessment;
import muster.audit.AuditFinding;
import muster.audit.AuditReport;
import muster.audit.Auditor;
import muster.audit.Blocker;
import muster.audit.Ruling;
import muster.audit.Waived;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.FactId;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.Waiver;
import muster.planning.GroundAction;
import muster.planning.Remedies;
import muster.planning.Step;
import org.jspecify.annotations.Nullable;

/// Everything that is known about one expectation.
///
/// @param basis by what the audit judged, in words
/// @param ruling how its severity came about; none if it is no blocker
/// @param dependents what else cannot go on without it, one a line
/// @param findings of the audit about it
/// @param actions remedies as the planner sees them, cheapest first
/// @param cheapest what the planner would do to make it true, in order; empty if it is met or nothing helps
/// @param reproduce command lines that probe it again
public record Explanation(
        Instant at,
        String basis,
        Assessment assessment,
        @Nullable Ruling ruling,
        @Nullable Blocker blocker,
        List<String> dependents,
        List<AuditFinding> findings,
        List<GroundAction> actions,
        List<GroundAction> cheapest,
        List<List<String>> reproduce) {
    public Explanation {
        dependents = List.copyOf(dependents);
        findings = List.copyOf(findings);
        actions = List.copyOf(actions);
        cheapest = List.copyOf(cheapest);
        reproduce = List.copyOf(reproduce);
    }

    /// Explains one expectation by the newest audit of a workspace, as that audit judged; null if there is no audit or
    /// no such expectation.
    public static @Nullable Parsed<Explanation> of(Workspace workspace, ExpectationId id) throws IOException {
        return switch (KeptAudit.newest(workspace)) {
            case null -> null;
            case Parsed.Failed<KeptAudit>(var problems) -> new Parsed.Failed<>(problems);
            case Parsed.Ok<KeptAudit>(var kept) ->
                kept.report().assessments().stream()
                        .filter(each -> each.expectation().id().equals(id))
                        .findFirst()
                        .map(assessment -> (Parsed<Explanation>) new Parsed.Ok<>(of(kept, assessment)))
                        .orElse(null);
        };
    }

    private static Explanation of(KeptAudit kept, Assessment assessment) {
        var expectation = assessment.expectation();
        var pipeline = kept.pipeline();
        var plan = pipeline.plan();
        var report = kept.report();
        return new Explanation(
                report.at(),
                kept.basis(),
                assessment,
                new Auditor(plan, pipeline.rules()).ruling(assessment, waiver(report, expectation.id())),
                report.blockers().stream()
                        .filter(each -> each.expectation().equals(expectation.id()))
                        .findFirst()
                        .orElse(null),
                dependents(plan, expectation),
                findings(report, assessment),
                actions(plan, report, expectation.fact()),
                cheapest(pipeline, report, expectation.fact()),
                reproduce(assessment));
    }

    private static @Nullable Waiver waiver(AuditReport report, ExpectationId id) {
        return report.waived().stream()
                .filter(each -> each.expectation().equals(id))
                .map(Waived::waiver)
                .findFirst()
                .orElse(null);
    }

    private static List<String> dependents(Plan plan, Expectation expectation) {
        var fact = expectation.fact();
        var phases = plan.phases().stream()
                .filter(phase -> expectation.phases().contains(phase.id()))
                .map(phase -> "phase " + phase.id() + ": " + phase.title());
        var tasks = plan.tasks().stream()
                .filter(task -> task.requires().contains(fact))
                .map(task -> "task " + task.id() + ": " + task.title());
        var remedies = plan.expectations().stream()
                .flatMap(other -> other.remedies().stream()
                        .filter(remedy -> remedy.requires().contains(fact))
                        .map(remedy -> "remedy " + remedy.id() + " of " + other.id() + ": " + remedy.title()));
        var goal = plan.header().goal().stream().filter(fact::equals).map(_ -> "the goal of the plan");
        return Stream.of(phases, tasks, remedies, goal).flatMap(each -> each).toList();
    }

    private static List<GroundAction> actions(Plan plan, AuditReport report, FactId fact) {
        return Remedies.actions(plan, report.facts(), report.at(), PlanRate.of(plan)).stream()
                .filter(action -> action.adds().contains(fact))
                .sorted(Comparator.comparing(GroundAction::cost))
                .toList();
    }

    private static List<GroundAction> cheapest(Pipeline pipeline, AuditReport report, FactId fact) {
        return pipeline.planned(report, Set.of(fact)).actions().steps().stream()
                .map(Step::action)
                .toList();
    }

    private static List<AuditFinding> findings(AuditReport report, Assessment assessment) {
        var id = assessment.expectation().id().value();
        return report.findings().stream()
                .filter(each -> each.place().equals(id)
                        || each.evidence().stream().anyMatch(assessment.evidenceIds()::contains))
                .toList();
    }

    private static List<List<String>> reproduce(Assessment assessment) {
        return assessment.evidence().stream()
                .map(each -> List.of("muster", "evidence", "replay", each.id()))
                .toList();
    }
}
