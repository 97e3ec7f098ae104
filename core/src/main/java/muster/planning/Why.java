package muster.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why a step is in a plan.
///
/// @param uses the facts it needs and who provides them
/// @param serves the facts it provides and who needs them
/// @param wayToGoal the shortest chain of links from the step to the goal
public record Why(Step step, List<CausalLink> uses, List<CausalLink> serves, List<CausalLink> wayToGoal) {
    public Why {
        uses = List.copyOf(uses);
        serves = List.copyOf(serves);
        wayToGoal = List.copyOf(wayToGoal);
    }

    static Why of(ActionPlan plan, int number) {
        var here = new Endpoint.At(number);
        return new Why(
                plan.steps().get(number),
                plan.links().stream()
                        .filter(link -> link.consumer().equals(here))
                        .toList(),
                plan.links().stream()
                        .filter(link -> link.provider().equals(here))
                        .toList(),
                way(plan, here));
    }

    /// The chain in words, such as `create-script makes ready:script true for rename; rename makes done:rename true for
    /// the goal`.
    public String text(ActionPlan plan) {
        var parts = wayToGoal.stream().map(link -> text(plan, link)).toList();
        return String.join("; ", parts);
    }

    private static String text(ActionPlan plan, CausalLink link) {
        var provides = link.amount() == null
                ? " makes " + link.fact() + " true for "
                : " provides " + link.amount() + " of " + link.fact() + " for ";
        return name(plan, link.provider()) + provides + name(plan, link.consumer());
    }

    private static String name(ActionPlan plan, Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.Start _ -> "the start";
            case Endpoint.Goal _ -> "the goal";
            case Endpoint.At(int step) -> plan.steps().get(step).action().id().value();
        };
    }

    private static List<CausalLink> way(ActionPlan plan, Endpoint from) {
        Map<Endpoint, CausalLink> reachedBy = new HashMap<>();
        var queue = new ArrayList<Endpoint>(List.of(from));
        for (int next = 0; next < queue.size(); next++) {
            var at = queue.get(next);
            plan.links().stream()
                    .filter(link -> link.provider().equals(at) && !reachedBy.containsKey(link.consumer()))
                    .forEach(link -> {
                        reachedBy.put(link.consumer(), link);
                        queue.add(link.consumer());
                    });
        }
        return backFrom(new Endpoint.Goal(), reachedBy);
    }

    private static List<CausalLink> backFrom(Endpoint end, Map<Endpoint, CausalLink> reachedBy) {
        var way = new ArrayList<CausalLink>();
        @Nullable CausalLink link = reachedBy.get(end);
        while (link != null) {
            way.addFirst(link);
            link = reachedBy.get(link.provider());
        }
        return way;
    }
}
