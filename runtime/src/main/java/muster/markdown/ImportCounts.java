package muster.markdown;

import muster.plan.Claim;
import muster.plan.Expectation;
import muster.plan.Origin;
import muster.plan.Phase;
import muster.plan.Plan;
import muster.plan.Probe;

/// The figures of an import.
///
/// @param phases phases that the document lays out; the phase whose readiness it asks about is not among them
/// @param tasks all tasks, milestones included
/// @param boxes those of the tasks that have a box to tick
/// @param expectations all expectations
/// @param fileExpectations those with a path: `inScope` files that must be there and `deliverables` that must be
/// written
/// @param deliverables documents and results with a path
/// @param claims numbers that the document states; those in fences are `exampleClaims`
public record ImportCounts(
        int agents,
        int phases,
        int tasks,
        int boxes,
        int expectations,
        int fileExpectations,
        int inScope,
        int deliverables,
        int claims,
        int exampleClaims,
        int questions,
        int gates,
        int handoffs,
        int meetings,
        int conflictRules,
        int risks,
        int metrics,
        int alerts,
        int rollbacks,
        int reviews,
        int repairs,
        int needsDecision,
        int warnings) {

    static ImportCounts of(Imported imported) {
        Plan plan = imported.plan();
        int inScope = (int)
                plan.expectations().stream().filter(ImportCounts::isInScope).count();
        int written = (int) plan.expectations().stream()
                .filter(each -> each.probe() instanceof Probe.Written)
                .count();
        return new ImportCounts(
                plan.team().agents().size(),
                (int) plan.phases().stream()
                        .filter(phase -> isLaidOut(plan, phase))
                        .count(),
                plan.tasks().size(),
                imported.boxes(),
                plan.expectations().size(),
                inScope + written,
                inScope,
                plan.outcome().deliverables().size(),
                claims(plan, Origin.STATED),
                claims(plan, Origin.EXAMPLE),
                plan.questions().size(),
                plan.coordination().gates().size(),
                plan.coordination().handOffs().size(),
                plan.coordination().meetings().size(),
                plan.coordination().conflicts().size(),
                plan.risks().size(),
                plan.watch().metrics().size(),
                plan.watch().alerts().size(),
                plan.outcome().rollbacks().size(),
                plan.outcome().reviews().size(),
                plan.notes().repairs().size(),
                plan.notes().needsDecision().size(),
                plan.notes().warnings().size());
    }

    private static boolean isLaidOut(Plan plan, Phase phase) {
        return !phase.tasks().isEmpty() || !phase.id().equals(plan.header().target());
    }

    private static boolean isInScope(Expectation expectation) {
        return expectation.probe() instanceof Probe.FileThere || expectation.probe() instanceof Probe.Script;
    }

    private static int claims(Plan plan, Origin origin) {
        return (int)
                plan.claims().stream().map(Claim::origin).filter(origin::equals).count();
    }
}
