package muster.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import muster.facts.Fact;
import muster.facts.Level;
import muster.facts.Observation;
import muster.facts.Truth;
import muster.facts.WorldState;
import muster.plan.Estimate;
import muster.plan.FactId;
import muster.plan.Quantity;
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

    /// What the last action needs of amounts and changes of them: `disk>=20 disk+5 disk-3 load<=2 load=0`, in units.
    SmallWorld amounts(String words) {
        var needs = new ArrayList<AmountNeed>();
        var changes = new ArrayList<AmountChange>();
        for (var word : words.split(" ", -1)) {
            var fact = new FactId(word.replaceAll("[^a-z].*", ""));
            var quantity = Quantity.of(Long.parseLong(word.replaceAll(".*[^0-9]", "")), "unit");
            var negative = new Quantity(quantity.number().negate(), "unit");
            switch (word.replaceAll("[a-z0-9]", "")) {
                case ">=" -> needs.add(AmountNeed.atLeast(fact, quantity));
                case "<=" -> needs.add(AmountNeed.atMost(fact, quantity));
                case "+" -> changes.add(new AmountChange.By(fact, quantity));
                case "-" -> changes.add(new AmountChange.By(fact, negative));
                case "=" -> changes.add(new AmountChange.To(fact, quantity));
                default -> throw new IllegalArgumentException(word);
            }
        }
        actions.add(actions.removeLast().with(new Amounts(needs, changes)));
        return this;
    }

    static WorldState having(WorldState world, String fact, long number) {
        return world.with(new Level(
                new FactId(fact),
                Quantity.of(number, "unit"),
                new Observation(List.of(), NOW, null, Observation.CERTAIN)));
    }

    PlanningProblem problem(WorldState world, String goal, Terms terms) {
        return new PlanningProblem(world, NOW, actions, facts(goal), Limits.STANDARD, terms);
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
