package muster.markdown;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import muster.plan.Coordination;
import muster.plan.Expectation;
import muster.plan.Origin;
import muster.plan.Outcome;
import muster.plan.Phase;
import muster.plan.Plan;
import muster.plan.Probe;

/// The figures of an import, by name, in the order in which they are shown. `phases` leaves out the phase whose readiness
/// the document asks about but does not lay out; `tasks` has the milestones in it; `expectations` has all of them,
/// `file_expectations` those with a path: `in_scope` files that must be there and those that must be written;
/// `claims` are numbers that the document states, `example_claims` those in its fences.
public record ImportCounts(Map<String, Integer> byName) {
    public ImportCounts {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /// Counts what a plan holds.
    public static ImportCounts of(Plan plan) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("agents", plan.team().agents().size());
        counts.put("phases", count(plan.phases(), phase -> isLaidOut(plan, phase)));
        counts.put("tasks", plan.tasks().size());
        statements(counts, plan);
        coordination(counts, plan.coordination());
        counts.put("risks", plan.risks().size());
        counts.put("metrics", plan.watch().metrics().size());
        counts.put("alerts", plan.watch().alerts().size());
        outcome(counts, plan.outcome());
        counts.put("repairs", plan.notes().repairs().size());
        counts.put("needs_decision", plan.notes().needsDecision().size());
        counts.put("warnings", plan.notes().warnings().size());
        return new ImportCounts(counts);
    }

    /// One figure; its name must be one of [#byName].
    public int get(String name) {
        Integer count = byName.get(name);
        if (count == null) {
            throw new IllegalArgumentException("a figure must be one of " + byName.keySet() + ", got " + name);
        }
        return count;
    }

    private static void statements(Map<String, Integer> counts, Plan plan) {
        int inScope = count(plan.expectations(), ImportCounts::isInScope);
        int written = count(plan.expectations(), each -> each.probe() instanceof Probe.Written);
        counts.put("expectations", plan.expectations().size());
        counts.put("file_expectations", inScope + written);
        counts.put("in_scope", inScope);
        counts.put("deliverables", plan.outcome().deliverables().size());
        counts.put("claims", count(plan.claims(), claim -> claim.origin() == Origin.STATED));
        counts.put("example_claims", count(plan.claims(), claim -> claim.origin() == Origin.EXAMPLE));
        counts.put("questions", plan.questions().size());
    }

    private static void coordination(Map<String, Integer> counts, Coordination coordination) {
        counts.put("gates", coordination.gates().size());
        counts.put("handoffs", coordination.handOffs().size());
        counts.put("meetings", coordination.meetings().size());
        counts.put("conflict_rules", coordination.conflicts().size());
        counts.put("escalations", coordination.escalations().size());
    }

    private static void outcome(Map<String, Integer> counts, Outcome outcome) {
        counts.put("rollbacks", outcome.rollbacks().size());
        counts.put("reviews", outcome.reviews().size());
        counts.put("success_criteria", outcome.successCriteria().size());
        counts.put("next_steps", outcome.nextSteps().size());
    }

    private static <T> int count(java.util.List<T> all, Predicate<T> wanted) {
        return (int) all.stream().filter(wanted).count();
    }

    private static boolean isLaidOut(Plan plan, Phase phase) {
        return !phase.tasks().isEmpty() || !phase.id().equals(plan.header().target());
    }

    private static boolean isInScope(Expectation expectation) {
        return expectation.probe() instanceof Probe.FileThere || expectation.probe() instanceof Probe.Script;
    }
}
