package muster.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import muster.plan.FactId;

/// Checks a plan against its problem without any part of the planner: the written order is carried out fact by
/// fact, and every causal link is checked for the partial order, so that every order that keeps `after` works.
public final class PlanCheck {
    private final PlanningProblem problem;
    private final ActionPlan plan;
    private final Set<FactId> holding;
    private final Set<GroundAction> actions;
    private final List<Set<Integer>> before = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private PlanCheck(PlanningProblem problem, ActionPlan plan) {
        this.problem = problem;
        this.plan = plan;
        this.holding = problem.holding();
        this.actions = new HashSet<>(problem.actions());
    }

    /// What is wrong with the plan, in words; empty if it reaches the goal.
    public static List<String> faults(PlanningProblem problem, ActionPlan plan) {
        var check = new PlanCheck(problem, plan);
        check.order();
        if (check.faults.isEmpty()) {
            check.carryOut();
            check.everyNeedIsLinked();
            plan.links().stream().filter(link -> link.amount() == null).forEach(check::link);
            check.faults.addAll(AmountCheck.faults(problem, plan, check.before));
        }
        return List.copyOf(check.faults);
    }

    private void order() {
        for (int number = 0; number < plan.steps().size(); number++) {
            var step = plan.steps().get(number);
            var earlier = new HashSet<Integer>();
            step.after().forEach(other -> addBefore(step, other, earlier));
            before.add(earlier);
            if (step.number() != number || !actions.contains(step.action())) {
                faults.add("step " + number + " is misnumbered or not an action of the problem");
            }
        }
    }

    private void addBefore(Step step, int other, Set<Integer> earlier) {
        if (other < 0 || other >= before.size()) {
            faults.add("step " + step.number() + " is after " + other + ", which does not come before it");
            return;
        }
        earlier.add(other);
        earlier.addAll(before.get(other));
    }

    private void carryOut() {
        var state = new TreeSet<>(holding);
        for (var step : plan.steps()) {
            require(state, step.action().preconditions(), name(new Endpoint.At(step.number())));
            state.removeAll(step.action().deletes());
            state.addAll(step.action().adds());
        }
        require(state, problem.goal(), "the goal");
    }

    private void require(Set<FactId> state, Set<FactId> wanted, String who) {
        for (var fact : wanted) {
            if (!state.contains(fact)) {
                faults.add(who + " needs " + fact + ", which does not hold there");
            }
        }
    }

    private void everyNeedIsLinked() {
        var linked = new HashSet<Wanted>();
        plan.links().forEach(link -> linked.add(new Wanted(link.consumer(), link.fact())));
        for (var step : plan.steps()) {
            requireLinks(linked, new Endpoint.At(step.number()), step.action().preconditions());
        }
        requireLinks(linked, new Endpoint.Goal(), problem.goal());
    }

    /// A fact and who needs it.
    private record Wanted(Endpoint consumer, FactId fact) {}

    private void requireLinks(Set<Wanted> linked, Endpoint consumer, Set<FactId> wanted) {
        for (var fact : wanted) {
            if (!linked.contains(new Wanted(consumer, fact))) {
                faults.add("no link provides " + fact + " to " + name(consumer));
            }
        }
    }

    private void link(CausalLink link) {
        if (!provides(link) || !precedes(link.provider(), link.consumer())) {
            faults.add(name(link.provider()) + " does not provide " + link.fact() + " before " + name(link.consumer()));
        }
        for (var step : plan.steps()) {
            var at = new Endpoint.At(step.number());
            if (undoes(step, link.fact())
                    && !at.equals(link.provider())
                    && !at.equals(link.consumer())
                    && !precedes(at, link.provider())
                    && !precedes(link.consumer(), at)) {
                faults.add(name(at) + " may undo " + link.fact() + " before " + name(link.consumer()));
            }
        }
    }

    private boolean provides(CausalLink link) {
        return switch (link.provider()) {
            case Endpoint.Start _ -> holding.contains(link.fact());
            case Endpoint.At(int step) -> plan.steps().get(step).action().adds().contains(link.fact());
            case Endpoint.Goal _ -> false;
        };
    }

    private boolean precedes(Endpoint first, Endpoint second) {
        return switch (first) {
            case Endpoint.Start _ -> !(second instanceof Endpoint.Start);
            case Endpoint.Goal _ -> false;
            case Endpoint.At(int a) ->
                switch (second) {
                    case Endpoint.Start _ -> false;
                    case Endpoint.Goal _ -> true;
                    case Endpoint.At(int b) -> before.get(b).contains(a);
                };
        };
    }

    private static boolean undoes(Step step, FactId fact) {
        return step.action().deletes().contains(fact) && !step.action().adds().contains(fact);
    }

    private String name(Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.Start _ -> "the start";
            case Endpoint.Goal _ -> "the goal";
            case Endpoint.At(int step) ->
                "step " + step + " (" + plan.steps().get(step).action().id() + ")";
        };
    }
}
