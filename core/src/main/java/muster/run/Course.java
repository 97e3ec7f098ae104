package muster.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.AgentId;
import muster.plan.PhaseId;
import muster.plan.ResourceId;

/// What a run came through: rounds, spending, revisions of its plan.
///
/// @param loops each loop of the plan
/// @param budgets each budget of the plan
/// @param revisions the plan that was approved at the start, which is the baseline, then each that replaced it
public record Course(
        SortedMap<PhaseId, LoopState> loops, SortedMap<ResourceId, Spending> budgets, List<Revision> revisions) {
    static final Course NONE = new Course(new TreeMap<>(), new TreeMap<>(), List.of());

    public Course {
        loops = SharedMap.of(loops);
        budgets = SharedMap.of(budgets);
        revisions = List.copyOf(revisions);
    }

    /// A plan of the run.
    ///
    /// @param version of the run when it came into force
    /// @param digest SHA-256 of the plan file, in hex
    /// @param by who replaced the one before; `muster` for the first
    public record Revision(long version, String digest, AgentId by, String reason, List<String> changes) {
        public Revision {
            changes = List.copyOf(changes);
        }
    }

    /// Where a loop of the plan stands.
    public LoopState loop(PhaseId id) {
        return Objects.requireNonNull(loops.get(id), () -> "no loop " + id + " in the run");
    }

    /// What was used up of a budget of the plan.
    public Spending budget(ResourceId id) {
        return Objects.requireNonNull(budgets.get(id), () -> "no budget " + id + " in the run");
    }

    /// With a place for each loop and budget of the plan, and none for others.
    Course following(RunPlan plan) {
        var nextLoops = new TreeMap<PhaseId, LoopState>();
        plan.loops().forEach(loop -> nextLoops.put(loop.id(), loops.getOrDefault(loop.id(), LoopState.FIRST)));
        var nextBudgets = new TreeMap<ResourceId, Spending>();
        plan.budgets().forEach(each -> nextBudgets.put(each.id(), budgets.getOrDefault(each.id(), Spending.NONE)));
        return new Course(nextLoops, nextBudgets, revisions);
    }

    Course with(PhaseId loop, LoopState state) {
        return new Course(SharedMap.of(loops).with(loop, state), budgets, revisions);
    }

    Course with(ResourceId budget, Spending state) {
        return new Course(loops, SharedMap.of(budgets).with(budget, state), revisions);
    }

    Course with(Revision next) {
        var all = new ArrayList<>(revisions);
        all.add(next);
        return new Course(loops, budgets, all);
    }
}
