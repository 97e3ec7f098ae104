package muster.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import muster.plan.FactId;
import muster.strips.FactSet;
import muster.strips.Operator;
import muster.strips.StripsTask;

/// A problem as a task of numbered facts and actions, in the order of their ids, so that ties are broken alike every
/// time. Costs are scaled and each action costs one unit more: of two plans of one cost the shorter wins.
final class Numbered {
    private static final long SCALE = 1L << 14;

    private final Map<FactId, Integer> numbers = new HashMap<>();
    private final List<GroundAction> actions;
    private final StripsTask task;

    Numbered(PlanningProblem problem) {
        this.actions = problem.actions().stream()
                .sorted(Comparator.comparing(GroundAction::id))
                .toList();
        var facts = new TreeSet<>(problem.goal());
        actions.forEach(action -> facts.addAll(action.preconditions()));
        facts.forEach(fact -> numbers.put(fact, numbers.size()));
        var operators = new ArrayList<Operator>();
        actions.forEach(action -> operators.add(operator(action)));
        this.task = StripsTask.of(facts.size(), set(problem.holding()), set(problem.goal()), operators);
    }

    StripsTask task() {
        return task;
    }

    List<GroundAction> actions(List<Integer> plan) {
        return plan.stream().map(actions::get).toList();
    }

    /// A scaled cost or bound in the unit of [Cost].
    static Cost unscaled(long scaled) {
        return new Cost(Math.clamp(scaled / SCALE, 0, Cost.MOST));
    }

    private Operator operator(GroundAction action) {
        return new Operator(
                action.id().value(),
                set(action.preconditions()),
                set(action.adds()),
                set(action.deletes()),
                action.cost().hundredths() * SCALE + 1,
                Operator.Numeric.NONE);
    }

    /// Facts that neither an action nor the goal needs have no number and are left out.
    private FactSet set(Collection<FactId> facts) {
        return FactSet.of(facts.stream()
                .filter(numbers::containsKey)
                .mapToInt(numbers::get)
                .toArray());
    }
}
