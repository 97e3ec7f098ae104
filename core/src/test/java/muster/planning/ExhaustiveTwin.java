package muster.planning;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import muster.plan.FactId;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// Finds the cheapest cost by looking at every reachable state in the order of its cost, and carries out sequences.
final class ExhaustiveTwin {
    private final PlanningProblem problem;

    /// @param least what is at least there of each amount
    /// @param most what is at most there
    record State(Set<FactId> facts, Map<FactId, BigDecimal> least, Map<FactId, BigDecimal> most, Set<TaskId> given) {}

    private record Reached(State state, long cost) {}

    private ExhaustiveTwin(PlanningProblem problem) {
        this.problem = problem;
    }

    static OptionalLong cheapest(PlanningProblem problem) {
        return new ExhaustiveTwin(problem).search();
    }

    /// True if the actions can be carried out in this order and reach the goal.
    static boolean works(PlanningProblem problem, List<GroundAction> sequence) {
        var twin = new ExhaustiveTwin(problem);
        var state = twin.start();
        for (var action : sequence) {
            var next = twin.after(state, action);
            if (next == null) {
                return false;
            }
            state = next;
        }
        return twin.reached(state);
    }

    private State start() {
        Map<FactId, BigDecimal> least = new TreeMap<>();
        Map<FactId, BigDecimal> most = new TreeMap<>();
        problem.conditions().forEach(need -> {
            least.put(need.fact(), problem.atStart(need.fact(), AmountNeed.Bound.AT_LEAST));
            most.put(need.fact(), problem.atStart(need.fact(), AmountNeed.Bound.AT_MOST));
        });
        return new State(new HashSet<>(problem.holding()), least, most, Set.of());
    }

    private OptionalLong search() {
        var seen = new HashSet<State>();
        var open = new PriorityQueue<>(Comparator.comparingLong(Reached::cost));
        open.add(new Reached(start(), 0));
        while (!open.isEmpty()) {
            var here = open.remove();
            if (reached(here.state)) {
                return OptionalLong.of(here.cost);
            }
            for (var action : seen.add(here.state) ? problem.actions() : List.<GroundAction>of()) {
                var next = after(here.state, action);
                if (next != null) {
                    open.add(new Reached(next, here.cost + action.cost().hundredths()));
                }
            }
        }
        return OptionalLong.empty();
    }

    private boolean reached(State state) {
        return state.facts.containsAll(problem.goal())
                && holds(state, problem.terms().amounts());
    }

    private static boolean holds(State state, List<AmountNeed> needs) {
        return needs.stream().allMatch(need -> switch (need.bound()) {
            case AT_LEAST ->
                state.least.get(need.fact()).compareTo(need.quantity().number()) >= 0;
            case AT_MOST ->
                state.most.get(need.fact()).compareTo(need.quantity().number()) <= 0;
        });
    }

    private @Nullable State after(State state, GroundAction action) {
        boolean again = state.given.contains(action.id());
        if (again
                || !state.facts.containsAll(action.preconditions())
                || !holds(state, action.amounts().needs())) {
            return null;
        }
        var facts = new HashSet<>(state.facts);
        facts.removeAll(action.deletes());
        facts.addAll(action.adds());
        var given = new HashSet<>(state.given);
        var least = new TreeMap<>(state.least);
        var most = new TreeMap<>(state.most);
        for (var change : action.amounts().changes()) {
            boolean gives = change instanceof AmountChange.To || change.number().signum() > 0;
            if (gives) {
                given.add(action.id());
            }
            least.computeIfPresent(change.fact(), (_, old) -> changed(old, change));
            most.computeIfPresent(change.fact(), (_, old) -> changed(old, change));
        }
        return new State(facts, least, most, given);
    }

    private static BigDecimal changed(BigDecimal old, AmountChange change) {
        return switch (change) {
            case AmountChange.By by -> old.add(by.number());
            case AmountChange.To to -> to.number();
        };
    }
}
