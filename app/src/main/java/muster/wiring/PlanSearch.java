package muster.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import muster.facts.WorldState;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.planning.ActionPlan;
import muster.planning.CostRate;
import muster.planning.PlanCheck;
import muster.planning.PlanningProblem;
import muster.planning.PlanningResult;
import muster.planning.Remedies;
import muster.planning.WishedPlan;
import muster.planning.Wishes;
import muster.yaml.Choices;
import org.jspecify.annotations.Nullable;

/// The cheapest way to the goal of a plan from what the newest audit of its folder found.
///
/// @param at the instant at which facts hold: that of the audit, else the start of the plan
/// @param audited by what the audit judged, in words; null if no audit of this plan is kept, so that nothing is
/// known to hold
/// @param currency of all costs
public record PlanSearch(
        Plan plan, Instant at, @Nullable String audited, String currency, PlanningProblem problem, WishedPlan planned) {

    private record Known(
            WorldState world, Instant at, @Nullable String basis) {}

    /// Reads a plan and searches; the problems if it, or the audit of it, cannot be read.
    ///
    /// @param now the start of a document that says none
    /// @param stop asked now and then; the search ends with what it has once this is true
    public static Parsed<PlanSearch> of(Path file, Instant now, BooleanSupplier stop) throws IOException {
        var whole = file.toAbsolutePath().normalize();
        var folder = Objects.requireNonNullElse(whole.getParent(), whole);
        return switch (ChosenPlan.of(folder, file, Choices.NONE, now)) {
            case Parsed.Failed<ChosenPlan>(var problems) -> new Parsed.Failed<>(problems);
            case Parsed.Ok<ChosenPlan>(var chosen) ->
                of(chosen.plan(), file, KeptAudit.newest(new Workspace(folder)), stop);
        };
    }

    private static Parsed<PlanSearch> of(Plan plan, Path file, @Nullable Parsed<KeptAudit> kept, BooleanSupplier stop) {
        return switch (PlanRate.of(plan, file)) {
            case Parsed.Failed<CostRate>(var problems) -> new Parsed.Failed<>(problems);
            case Parsed.Ok<CostRate>(var rate) -> of(plan, rate, kept, stop);
        };
    }

    private static Parsed<PlanSearch> of(
            Plan plan, CostRate rate, @Nullable Parsed<KeptAudit> kept, BooleanSupplier stop) {
        return switch (kept) {
            case null -> new Parsed.Ok<>(searched(plan, unknown(plan), rate, stop));
            case Parsed.Failed<KeptAudit>(var problems) -> new Parsed.Failed<>(problems);
            case Parsed.Ok<KeptAudit>(var audit) -> new Parsed.Ok<>(searched(plan, known(plan, audit), rate, stop));
        };
    }

    private static Known unknown(Plan plan) {
        return new Known(WorldState.EMPTY, plan.header().start(), null);
    }

    private static Known known(Plan plan, KeptAudit audit) {
        var audited = audit.pipeline().plan().header().id();
        return audited.equals(plan.header().id())
                ? new Known(audit.report().facts(), audit.report().at(), audit.basis())
                : unknown(plan);
    }

    private static PlanSearch searched(Plan plan, Known known, CostRate rate, BooleanSupplier stop) {
        var problem = Remedies.problem(plan, known.world, known.at, rate);
        var planned = Wishes.plan(problem, stop);
        var result = planned.result();
        if (result.isPlan()) {
            check(problem, planned);
        }
        return new PlanSearch(plan, known.at, known.basis, rate.perHour().currency(), problem, planned);
    }

    private static void check(PlanningProblem problem, WishedPlan planned) {
        var goal = new TreeSet<>(problem.goal());
        goal.addAll(planned.taken());
        var faults = PlanCheck.faults(problem.reaching(goal), planned.result().actions());
        if (!faults.isEmpty()) {
            throw new IllegalStateException("a plan that is wrong: " + String.join("; ", faults));
        }
    }

    /// How the search ended.
    public PlanningResult result() {
        return planned.result();
    }

    /// The plan that was found; empty if none was.
    public ActionPlan actions() {
        return result().actions();
    }
}
