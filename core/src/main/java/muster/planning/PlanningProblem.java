package muster.planning;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import muster.facts.Truth;
import muster.facts.WorldState;
import muster.plan.FactId;

/// What is known, what can be done and what is wanted. Only what is true at `now` counts as holding: unknown and
/// expired
/// facts have to be made true.
public record PlanningProblem(
        WorldState world, Instant now, List<GroundAction> actions, Set<FactId> goal, Limits limits) {
    public PlanningProblem {
        actions = List.copyOf(actions);
        goal = Collections.unmodifiableSortedSet(new TreeSet<>(goal));
        var seen = new HashSet<Object>();
        for (var action : actions) {
            if (!seen.add(action.id())) {
                throw new IllegalArgumentException("two actions have the id " + action.id());
            }
        }
    }

    /// The facts that hold at the start.
    public SortedSet<FactId> holding() {
        return world.facts().keySet().stream()
                .filter(fact -> world.truthOf(fact, now) == Truth.TRUE)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The same problem without some of its actions.
    public PlanningProblem without(Set<GroundAction> banned) {
        var rest = actions.stream().filter(action -> !banned.contains(action)).toList();
        return new PlanningProblem(world, now, rest, goal, limits);
    }
}
