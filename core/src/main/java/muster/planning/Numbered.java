package muster.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import muster.plan.FactId;
import muster.strips.FactSet;
import muster.strips.Operator;
import muster.strips.StripsTask;

/// A problem as a task of numbered facts and actions, in the order of their ids, so that ties are broken alike every
/// time; amounts are whole numbers. Costs are scaled and each action costs one unit more: of two plans of one cost the
/// shorter wins.
final class Numbered {
    private static final long SCALE = 1L << 14;

    private final Map<FactId, Integer> numbers = new HashMap<>();
    private final List<GroundAction> actions;
    private final Predicate<Amounts> limited;
    private final Counters counters;
    private final List<Integer> once = new ArrayList<>();
    private final StripsTask task;

    Numbered(PlanningProblem problem) {
        this(problem, Amounts::gives);
    }

    /// Every action that changes an amount is carried out once at most.
    static Numbered once(PlanningProblem problem) {
        return new Numbered(problem, amounts -> !amounts.changes().isEmpty());
    }

    private Numbered(PlanningProblem problem, Predicate<Amounts> limited) {
        this.limited = limited;
        this.actions = problem.actions().stream()
                .sorted(Comparator.comparing(GroundAction::id))
                .toList();
        var facts = new TreeSet<>(problem.goal());
        actions.forEach(action -> facts.addAll(action.preconditions()));
        facts.forEach(fact -> numbers.put(fact, numbers.size()));
        this.counters = new Counters(problem);
        var operators = new ArrayList<Operator>();
        actions.forEach(action -> operators.add(operator(action)));
        this.task = new StripsTask(
                numbers.size() + once.size(), initial(problem), set(problem.goal()), operators, counters.fluents());
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

    /// An action that gives more of an amount uses up a fact of its own, so that it is carried out once at most.
    private Operator operator(GroundAction action) {
        var numeric = counters.of(action.amounts());
        var token = new ArrayList<Integer>();
        if (limited.test(action.amounts()) && !numeric.changes().isEmpty()) {
            token.add(numbers.size() + once.size());
            once.addAll(token);
        }
        return new Operator(
                action.id().value(),
                with(action.preconditions(), token),
                set(action.adds()),
                with(action.deletes(), token),
                action.cost().hundredths() * SCALE + 1,
                numeric);
    }

    private FactSet initial(PlanningProblem problem) {
        return with(problem.holding(), once);
    }

    private FactSet with(Collection<FactId> facts, List<Integer> others) {
        return FactSet.of(IntStream.concat(numbered(facts), others.stream().mapToInt(each -> each))
                .toArray());
    }

    /// Facts that neither an action nor the goal needs have no number and are left out.
    private FactSet set(Collection<FactId> facts) {
        return FactSet.of(numbered(facts).toArray());
    }

    private IntStream numbered(Collection<FactId> facts) {
        return facts.stream().filter(numbers::containsKey).mapToInt(numbers::get);
    }
}
