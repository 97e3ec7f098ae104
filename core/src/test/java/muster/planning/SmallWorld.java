package muster.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import muster.facts.Fact;
import muster.facts.Truth;
import muster.facts.WorldState;
import muster.plan.Estimate;
import muster.plan.FactId;
import muster.plan.TaskId;

/// Problems written in a few words: `act("put", 3, "clear a", "on-a-b", "clear-a")`.
final class SmallWorld {
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final List<GroundAction> actions = new ArrayList<>();

    SmallWorld act(String id, long cost, String needs, String adds, String deletes) {
        actions.add(new GroundAction(
                new TaskId(id),
                id,
                facts(needs),
                facts(adds),
                facts(deletes),
                new Cost(cost),
                Estimate.exactly(Duration.ofHours(1)),
                List.of()));
        return this;
    }

    PlanningProblem problem(String holding, String goal) {
        return problem(holding, goal, Limits.STANDARD);
    }

    PlanningProblem problem(String holding, String goal, Limits limits) {
        return new PlanningProblem(world(holding), NOW, actions, facts(goal), limits);
    }

    static WorldState world(String holding) {
        var world = WorldState.EMPTY;
        for (var fact : facts(holding)) {
            world = world.with(new Fact(fact, Truth.TRUE, List.of(), NOW, null));
        }
        return world;
    }

    static Set<FactId> facts(String words) {
        var facts = new TreeSet<FactId>();
        for (var word : words.split(" ", -1)) {
            if (!word.isEmpty()) {
                facts.add(new FactId(word));
            }
        }
        return facts;
    }

    static List<String> names(ActionPlan plan) {
        return plan.steps().stream().map(step -> step.action().id().value()).toList();
    }
}
