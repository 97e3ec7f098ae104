package muster.planning;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import muster.plan.FactId;
import muster.plan.TaskId;

/// What holds, and how much there is, after some actions.
final class Situation {
    private final PlanningProblem problem;
    private final Set<FactId> facts;
    private final Map<FactId, AmountChange> set = new HashMap<>();
    private final Map<FactId, BigDecimal> added = new HashMap<>();
    private final Set<TaskId> given = new HashSet<>();

    Situation(PlanningProblem problem) {
        this.problem = problem;
        this.facts = new HashSet<>(problem.holding());
    }

    /// True if all that an action makes true holds and it gives nothing more of an amount.
    boolean isDone(GroundAction action) {
        return facts.containsAll(action.adds()) && !action.amounts().gives();
    }

    boolean allows(GroundAction action) {
        return facts.containsAll(action.preconditions())
                && action.amounts().needs().stream().allMatch(this::holds)
                && !given.contains(action.id());
    }

    boolean reachesGoal() {
        return facts.containsAll(problem.goal())
                && problem.terms().amounts().stream().allMatch(this::holds);
    }

    void apply(GroundAction action) {
        facts.removeAll(action.deletes());
        facts.addAll(action.adds());
        if (action.amounts().gives()) {
            given.add(action.id());
        }
        action.amounts().changes().forEach(this::change);
    }

    /// How far the amount is from meeting a condition.
    BigDecimal missing(AmountNeed need) {
        return need.missing(value(need));
    }

    private boolean holds(AmountNeed need) {
        return need.holds(value(need));
    }

    private BigDecimal value(AmountNeed need) {
        var was = set.get(need.fact());
        var base = was == null ? problem.atStart(need.fact(), need.bound()) : was.number();
        return base.add(added.getOrDefault(need.fact(), BigDecimal.ZERO));
    }

    private void change(AmountChange change) {
        switch (change) {
            case AmountChange.By by -> added.merge(by.fact(), by.number(), BigDecimal::add);
            case AmountChange.To to -> {
                set.put(to.fact(), to);
                added.remove(to.fact());
            }
        }
    }
}
