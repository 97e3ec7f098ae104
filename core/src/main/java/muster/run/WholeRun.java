package muster.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import muster.plan.Agent;
import muster.plan.AgentId;
import muster.plan.Checking;
import muster.plan.LateResults;
import muster.plan.Plan;
import muster.plan.Resource;
import muster.plan.ResourceKind;
import muster.plan.TaskId;
import muster.plan.Team;

/// The run of a whole plan: every task a step, every gate before the tasks it guards. A step needs what its task needs,
/// the task before it in a sequential phase, and every task of the phases that its own phase needs. A phase that is a
/// loop is gone through until its rule ends it. What a gate asks for beside
/// approvals, and hand-offs before a task, become [TeamFacts] that must hold. A consumable resource is a budget.
///
/// A task that is a plan becomes the steps of that plan, named `<task>.<step>`, and a gate `plan:<task>` without
/// approvers that is passed once all of them are done; what needs the task stands behind the gate. So its steps are
/// undone in one order with all others.
public final class WholeRun {
    private WholeRun() {}

    /// What holds for all steps of a run that do not say otherwise.
    public record Conduct(Checking checking, LateResults late) {
        /// Nobody checks, late results are refused.
        public static final Conduct USUAL = new Conduct(Checking.NONE, LateResults.REFUSE);
    }

    /// The run of a plan none of whose tasks is a plan.
    public static RunPlan of(RunId id, Plan plan, Conduct conduct) {
        return of(id, plan, conduct, Map.of());
    }

    /// The run of this plan.
    ///
    /// @param parts the plans that tasks are, by the names that their steps would have
    public static RunPlan of(RunId id, Plan plan, Conduct conduct, Map<TaskId, Plan> parts) {
        var budgets = plan.team().resources().stream()
                .filter(resource -> resource.kind() == ResourceKind.CONSUMABLE)
                .map(WholeRun::budget)
                .toList();
        var unfolding = new Unfolding(
                conduct, parts, budgets.stream().map(RunBudget::id).toList());
        unfolding.unfold(plan, PartFrame.NONE);
        return new RunPlan(id, unfolding.steps(), unfolding.gates(), team(plan, parts), unfolding.loops(), budgets);
    }

    private static RunBudget budget(Resource resource) {
        var warnAt = resource.warnAt() == null ? Resource.USUAL_WARNING : resource.warnAt();
        return new RunBudget(resource.id(), resource.unit(), resource.amount(), resource.profile(), warnAt);
    }

    /// Whoever the plan knows, and those that only a plan within it knows.
    private static List<RunAgent> team(Plan plan, Map<TaskId, Plan> parts) {
        var known = new LinkedHashMap<AgentId, RunAgent>();
        Stream.concat(Stream.of(plan), parts.values().stream())
                .map(Plan::team)
                .forEach(team -> team.agents().forEach(agent -> add(known, agent, team)));
        return List.copyOf(known.values());
    }

    private static void add(Map<AgentId, RunAgent> known, Agent agent, Team team) {
        known.putIfAbsent(agent.id(), RunAgent.of(agent, team));
    }
}
