package muster.planning;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import muster.facts.Fact;
import muster.facts.Level;
import muster.facts.Observation;
import muster.facts.Truth;
import muster.facts.WorldState;
import muster.plan.FactId;
import muster.plan.Given;
import muster.plan.Plan;
import muster.plan.Quantity;
import muster.plan.Resource;
import muster.plan.ResourceId;

/// What a plan itself takes as known, laid under what was observed.
final class Beginning {
    private Beginning() {}

    /// The world with the plan's resources and givens, as far as nothing is known of them.
    static WorldState of(Plan plan, WorldState observed, Instant now) {
        var world = observed;
        for (var given : plan.premises().given()) {
            var seen = new Observation(
                    given.evidence(),
                    Objects.requireNonNullElse(given.observed(), now),
                    given.expires(),
                    given.confidence());
            world = with(world, given, seen);
        }
        for (var resource : plan.team().resources()) {
            var seen = new Observation(List.of(), now, null, Observation.CERTAIN);
            var id = amount(resource.id());
            world = world.levels().containsKey(id) || !isQuantity(most(resource))
                    ? world
                    : world.with(new Level(id, new Quantity(most(resource), resource.unit()), seen));
        }
        return world;
    }

    /// The amount of a resource.
    static FactId amount(ResourceId resource) {
        return new FactId("resource:" + resource);
    }

    /// The fact that a symbolic fact has a value.
    static FactId symbol(FactId fact, String value) {
        return new FactId(fact + ":" + value);
    }

    /// What is provided in all; when it comes is a matter of the schedule.
    private static BigDecimal most(Resource resource) {
        return resource.profile().stream().map(muster.plan.Level::amount).reduce(resource.amount(), BigDecimal::max);
    }

    static boolean isQuantity(BigDecimal number) {
        return number.compareTo(Quantity.MOST) <= 0
                && number.stripTrailingZeros().scale() <= Quantity.DECIMALS;
    }

    private static WorldState with(WorldState world, Given given, Observation seen) {
        return switch (given.value()) {
            case Given.Value.Amount(var quantity) ->
                world.levels().containsKey(given.fact()) ? world : world.with(new Level(given.fact(), quantity, seen));
            case Given.Value.Holds _ -> with(world, List.of(new Fact(given.fact(), Truth.TRUE, seen)));
            case Given.Value.Fails _ -> with(world, List.of(new Fact(given.fact(), Truth.FALSE, seen)));
            case Given.Value.Symbol(var value, var values) -> {
                var facts = new ArrayList<Fact>();
                values.forEach(each -> facts.add(
                        new Fact(symbol(given.fact(), each), each.equals(value) ? Truth.TRUE : Truth.FALSE, seen)));
                yield with(world, facts);
            }
        };
    }

    private static WorldState with(WorldState world, List<Fact> facts) {
        var with = world;
        boolean known = facts.stream().anyMatch(fact -> world.facts().containsKey(fact.id()));
        for (var fact : known ? List.<Fact>of() : facts) {
            with = with.with(fact);
        }
        return with;
    }
}
