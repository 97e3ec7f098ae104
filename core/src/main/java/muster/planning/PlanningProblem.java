package muster.planning;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.facts.Truth;
import muster.facts.WorldState;
import muster.plan.FactId;
import muster.plan.Quantity;
import muster.planning.AmountNeed.Bound;

/// What is known, what can be done and what is wanted. Only what is true at `now` counts as holding: unknown and
/// expired facts have to be made true, and of an amount that is unknown no more is sure than that it is not
/// negative.
///
/// @param goal facts that must hold at the end
public record PlanningProblem(
        WorldState world, Instant now, List<GroundAction> actions, Set<FactId> goal, Limits limits, Terms terms) {
    public PlanningProblem {
        actions = List.copyOf(actions);
        goal = Collections.unmodifiableSortedSet(new TreeSet<>(goal));
        var seen = new HashSet<Object>(2 * actions.size());
        for (var action : actions) {
            if (!seen.add(action.id())) {
                throw new IllegalArgumentException("two actions have the id " + action.id());
            }
        }
    }

    /// Without further terms.
    public PlanningProblem(WorldState world, Instant now, List<GroundAction> actions, Set<FactId> goal, Limits limits) {
        this(world, now, actions, goal, limits, Terms.NONE);
    }

    /// The facts that hold at the start; the set cannot be added to.
    public SortedSet<FactId> holding() {
        var held = new TreeMap<>(world.facts());
        held.values().removeIf(fact -> fact.at(now, terms.confidence()) != Truth.TRUE);
        return held.navigableKeySet();
    }

    /// What a condition is compared with at the start: how much there is, or the worst that is possible if that is not
    /// known.
    BigDecimal atStart(FactId fact, Bound bound) {
        var known = world.levelOf(fact, now, terms.confidence());
        return known != null
                ? known.number()
                : switch (bound) {
                    case AT_LEAST -> BigDecimal.ZERO;
                    case AT_MOST -> Quantity.MOST;
                };
    }

    /// Every condition on an amount that an action or the goal has, in the order of actions and then the goal.
    List<AmountNeed> conditions() {
        var all = new ArrayList<AmountNeed>();
        actions.forEach(action -> all.addAll(action.amounts().needs()));
        all.addAll(terms.amounts());
        return all;
    }

    /// The same problem with another goal.
    public PlanningProblem reaching(Set<FactId> other) {
        return new PlanningProblem(world, now, actions, other, limits, terms);
    }

    /// The same problem on other terms.
    public PlanningProblem on(Terms others) {
        return new PlanningProblem(world, now, actions, goal, limits, others);
    }

    /// The same problem with other actions and limits.
    PlanningProblem with(List<GroundAction> others, Limits within) {
        return new PlanningProblem(world, now, others, goal, within, terms);
    }

    /// The same problem without some of its actions.
    public PlanningProblem without(Set<GroundAction> banned) {
        var rest = actions.stream().filter(action -> !banned.contains(action)).toList();
        return with(rest, limits);
    }
}
