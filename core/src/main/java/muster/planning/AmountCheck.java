package muster.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import muster.plan.FactId;
import muster.planning.AmountNeed.Bound;
import org.jspecify.annotations.Nullable;

/// The numeric part of [PlanCheck]: the written order is carried out number by number, and then each need is held
/// against the worst that any order could leave it.
final class AmountCheck {
    private final PlanningProblem problem;
    private final ActionPlan plan;
    private final List<Set<Integer>> before;
    private final List<String> faults = new ArrayList<>();

    private AmountCheck(PlanningProblem problem, ActionPlan plan, List<Set<Integer>> before) {
        this.problem = problem;
        this.plan = plan;
        this.before = before;
    }

    /// @param before for each step all steps before it
    static List<String> faults(PlanningProblem problem, ActionPlan plan, List<Set<Integer>> before) {
        var check = new AmountCheck(problem, plan, before);
        for (var bound : Bound.values()) {
            check.carryOut(bound);
        }
        plan.steps().forEach(step -> step.action().amounts().needs().forEach(need -> check.worst(step.number(), need)));
        check.givenOnce();
        plan.links().stream().filter(link -> link.amount() != null).forEach(check::link);
        return check.faults;
    }

    private void carryOut(Bound bound) {
        Map<FactId, BigDecimal> values = new HashMap<>();
        for (var step : plan.steps()) {
            require(values, bound, step.action().amounts().needs(), "step " + step.number());
            step.action()
                    .amounts()
                    .changes()
                    .forEach(change -> values.compute(change.fact(), (fact, old) -> changed(fact, old, change, bound)));
        }
        require(values, bound, problem.terms().amounts(), "the goal");
    }

    private void require(Map<FactId, BigDecimal> values, Bound bound, List<AmountNeed> needs, String who) {
        for (var need : needs) {
            var value = values.getOrDefault(need.fact(), problem.atStart(need.fact(), bound));
            if (need.bound() == bound && !need.holds(value)) {
                faults.add(who + " needs " + need + ", but there is " + value.toPlainString());
            }
        }
    }

    /// Everything that could come first and makes it worse does so; only what must come before helps.
    private void worst(int step, AmountNeed need) {
        var others = plan.steps().stream()
                .filter(other ->
                        other.number() != step && !before.get(other.number()).contains(step))
                .map(Step::number)
                .toList();
        var setting = others.stream().filter(other -> sets(other, need.fact())).toList();
        if (setting.isEmpty()) {
            var worst = others.stream()
                    .flatMap(other -> change(other, need)
                            .filter(change -> before.get(step).contains(other) || isWorse(change, need)))
                    .map(AmountChange::number)
                    .reduce(problem.atStart(need.fact(), need.bound()), BigDecimal::add);
            requireWorst(step, need, worst);
        } else {
            requireOrder(step, need.fact(), others);
        }
    }

    private void requireWorst(int step, AmountNeed need, BigDecimal worst) {
        if (!need.holds(worst)) {
            faults.add("in some order step " + step + " has not " + need + ", but " + worst.toPlainString());
        }
    }

    /// Where an amount is set, all that changes it must be before or after a step, so that the written order stands for
    /// every order.
    private void requireOrder(int step, FactId fact, List<Integer> others) {
        others.stream()
                .filter(other -> changes(other, fact) && !before.get(step).contains(other))
                .forEach(other -> faults.add("step " + other + " changes " + fact + " before or after step " + step));
    }

    private boolean sets(int step, FactId fact) {
        return plan.steps().get(step).action().amounts().changes().stream()
                .anyMatch(change ->
                        change instanceof AmountChange.To && change.fact().equals(fact));
    }

    private Stream<AmountChange> change(int step, AmountNeed need) {
        return plan.steps().get(step).action().amounts().changes().stream()
                .filter(change -> change.fact().equals(need.fact()));
    }

    private BigDecimal changed(FactId fact, @Nullable BigDecimal old, AmountChange change, Bound bound) {
        var value = old == null ? problem.atStart(fact, bound) : old;
        return switch (change) {
            case AmountChange.By by -> value.add(by.number());
            case AmountChange.To to -> to.number();
        };
    }

    private static boolean isWorse(AmountChange change, AmountNeed need) {
        return (change.number().signum() < 0) == (need.bound() == Bound.AT_LEAST);
    }

    private void givenOnce() {
        var given = new HashSet<Object>();
        for (var step : plan.steps()) {
            if (step.action().amounts().gives() && !given.add(step.action().id())) {
                faults.add("step " + step.number() + " gives an amount a second time");
            }
        }
    }

    private void link(CausalLink link) {
        boolean inOrder = switch (link.provider()) {
            case Endpoint.Start _ -> true;
            case Endpoint.Goal _ -> false;
            case Endpoint.At(int provider) ->
                changes(provider, link.fact())
                        && (!(link.consumer() instanceof Endpoint.At(int consumer))
                                || before.get(consumer).contains(provider));
        };
        if (!inOrder) {
            faults.add(link + " does not provide before it is needed");
        }
    }

    private boolean changes(int step, FactId fact) {
        return plan.steps().get(step).action().amounts().changes().stream()
                .anyMatch(change -> change.fact().equals(fact));
    }
}
