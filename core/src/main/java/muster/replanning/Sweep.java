package muster.replanning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.plan.FactId;
import muster.planning.GroundAction;

/// What can be done at all if nothing were ever undone or used up, in an order in which it can.
///
/// @param possible the actions whose preconditions can be made true
/// @param reached the facts that can
record Sweep(List<GroundAction> possible, Set<FactId> reached) {

    static Sweep of(Collection<GroundAction> actions, Set<FactId> holding) {
        var reached = new HashSet<>(holding);
        var waiting = new HashMap<FactId, List<GroundAction>>();
        var open = new IdentityHashMap<GroundAction, Integer>();
        Deque<GroundAction> ready = new ArrayDeque<>();
        for (var action : actions) {
            var lacking = action.preconditions().stream()
                    .filter(fact -> !reached.contains(fact))
                    .toList();
            open.put(action, lacking.size());
            lacking.forEach(fact ->
                    waiting.computeIfAbsent(fact, _ -> new ArrayList<>()).add(action));
            if (lacking.isEmpty()) {
                ready.add(action);
            }
        }
        var possible = new ArrayList<GroundAction>();
        while (!ready.isEmpty()) {
            var action = ready.remove();
            possible.add(action);
            action.adds().stream()
                    .filter(reached::add)
                    .forEach(fact -> waken(waiting.getOrDefault(fact, List.of()), open, ready));
        }
        return new Sweep(possible, reached);
    }

    private static void waken(List<GroundAction> waiting, Map<GroundAction, Integer> open, Deque<GroundAction> ready) {
        waiting.stream()
                .filter(action -> open.merge(action, -1, Integer::sum) == 0)
                .forEach(ready::add);
    }
}
