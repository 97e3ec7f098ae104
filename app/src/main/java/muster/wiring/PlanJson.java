package muster.wiring;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import muster.plan.Estimate;
import muster.plan.Quantity;
import muster.planning.ActionPlan;
import muster.planning.CausalLink;
import muster.planning.Cost;
import muster.planning.Endpoint;
import muster.planning.PlanningResult;
import muster.planning.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Plans as JSON, schema [#SCHEMA]: the same first fields for PDDL tasks and for plan files.
public final class PlanJson {
    /// Name and version of the format.
    public static final String SCHEMA = "muster.plan/1";

    private static final JsonMapper JSON = JsonMapper.shared();

    private PlanJson() {}

    private enum Word {
        OPTIMAL("optimal"),
        FEASIBLE("feasible"),
        UNSOLVABLE("unsolvable"),
        LIMIT("limit");

        private final String text;

        Word(String text) {
            this.text = text;
        }
    }

    /// The fields of an answer after the schema; null for one that says what is not supported. What does not exist is
    /// `null`, never left out.
    ///
    /// @param search CPU time of grounding, searching and checking; no more than what the process used in all
    public static @Nullable ObjectNode fields(PddlAnswer answer, Duration search) {
        var node = switch (answer) {
            case PddlAnswer.Optimal(var plan, var cost) ->
                node(Word.OPTIMAL, cost, cost, plan).putNull("reason");
            case PddlAnswer.Feasible(var plan, var cost, var bound) ->
                node(Word.FEASIBLE, cost, bound, plan).putNull("reason");
            case PddlAnswer.Unsolvable(var reason) ->
                node(Word.UNSOLVABLE, null, null, List.of()).put("reason", reason);
            case PddlAnswer.Limit(var bound, var reason) ->
                node(Word.LIMIT, null, bound, List.of()).put("reason", reason);
            case PddlAnswer.Refused _ -> null;
        };
        return node == null ? null : timed(node.put("search_seconds", seconds(search)));
    }

    /// The same of a search over a plan file, with steps and their reasons.
    public static ObjectNode fields(PlanSearch search) {
        var ids = search.actions().steps().stream()
                .map(step -> step.action().id().value())
                .toList();
        var node = switch (search.result()) {
            case PlanningResult.Optimal(var _, var cost, var _) -> node(Word.OPTIMAL, amount(cost), amount(cost), ids);
            case PlanningResult.Feasible(var _, var cost, var bound, var _) ->
                node(Word.FEASIBLE, amount(cost), amount(bound), ids);
            case PlanningResult.Unsolvable _ -> node(Word.UNSOLVABLE, null, null, ids);
            case PlanningResult.LimitReached(var bound, var _) -> node(Word.LIMIT, null, amount(bound), ids);
        };
        node.put("currency", search.currency())
                .put("at", search.at().toString())
                .put("audited", search.audited());
        texts(node.putArray("goal"), search.problem().goal());
        var steps = node.putArray("steps");
        search.actions().steps().forEach(step -> step(steps.addObject(), search.actions(), step));
        missing(node.putArray("missing"), search.result());
        texts(node.putArray("wishes_taken"), search.planned().taken());
        var left = node.putArray("wishes_left");
        search.planned()
                .left()
                .forEach(each -> left.addObject()
                        .put("fact", each.wish().value())
                        .put("reason", PlanSearchText.why(each.why())));
        return timed(node);
    }

    private static ObjectNode node(
            Word result, @Nullable BigDecimal cost, @Nullable BigDecimal bound, List<String> plan) {
        var node = JSON.createObjectNode()
                .put("result", result.text)
                .put("cost", cost)
                .put("bound", bound);
        texts(node.putArray("plan"), plan);
        return node;
    }

    private static ObjectNode timed(ObjectNode node) {
        return node.put("cpu_seconds", seconds(CpuTime.used()));
    }

    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3);
    }

    private static BigDecimal amount(Cost cost) {
        return BigDecimal.valueOf(cost.hundredths(), 2);
    }

    private static void step(ObjectNode node, ActionPlan plan, Step step) {
        var action = step.action();
        var why = plan.why(step.number());
        node.put("id", action.id().value()).put("title", action.title()).put("cost", amount(action.cost()));
        texts(node.putArray("owners"), action.owners());
        effort(node.putObject("effort"), action.estimate());
        texts(
                node.putArray("after"),
                step.after().stream()
                        .map(number -> plan.steps().get(number).action().id())
                        .toList());
        node.put("why", why.text(plan));
        links(node.putArray("uses"), why.uses(), plan);
        links(node.putArray("serves"), why.serves(), plan);
    }

    private static void effort(ObjectNode node, Estimate estimate) {
        node.put("min", estimate.min().toString())
                .put("likely", estimate.likely().toString())
                .put("max", estimate.max().toString());
    }

    private static void links(ArrayNode array, List<CausalLink> links, ActionPlan plan) {
        for (var link : links) {
            var node = array.addObject()
                    .put("fact", link.fact().value())
                    .put("provider", name(link.provider(), plan))
                    .put("consumer", name(link.consumer(), plan));
            quantity(node, link.amount());
        }
    }

    private static void quantity(ObjectNode node, @Nullable Quantity quantity) {
        node.put("amount", quantity == null ? null : quantity.number())
                .put("unit", quantity == null ? null : quantity.unit());
    }

    private static String name(Endpoint endpoint, ActionPlan plan) {
        return switch (endpoint) {
            case Endpoint.Start _ -> "start";
            case Endpoint.Goal _ -> "goal";
            case Endpoint.At(int step) -> plan.steps().get(step).action().id().value();
        };
    }

    private static void missing(ArrayNode array, PlanningResult result) {
        if (result instanceof PlanningResult.Unsolvable(PlanningResult.Cause.NothingProvides(var _, var missing))) {
            for (var each : missing) {
                var node = array.addObject().put("fact", each.fact().value());
                texts(node.putArray("wanted_by"), each.wantedBy());
                quantity(node, each.amount());
            }
        }
    }

    private static void texts(ArrayNode array, Collection<?> values) {
        values.forEach(value -> array.add(value.toString()));
    }
}
