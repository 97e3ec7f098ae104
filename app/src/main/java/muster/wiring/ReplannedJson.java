package muster.wiring;

import java.math.BigDecimal;
import java.util.Locale;
import muster.planning.Cost;
import muster.planning.PlanningResult;
import muster.replanning.RestDates;
import muster.replanning.StepChange;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The rest of a run planned again as JSON, schema [#SCHEMA].
public final class ReplannedJson {
    /// Name and version of the format.
    public static final String SCHEMA = "muster.replanning/1";

    private ReplannedJson() {}

    /// The fields after the schema; what does not exist is `null`.
    public static ObjectNode fields(Replanned replanned) {
        var replan = replanned.replan();
        var node = JsonMapper.shared().createObjectNode();
        node.put("run", replan.state().plan().id().value());
        var found = replan.replan();
        switch (found.result()) {
            case PlanningResult.Optimal(var _, var cost, var _) -> result(node, "optimal", cost, cost);
            case PlanningResult.Feasible(var _, var cost, var bound, var _) -> result(node, "feasible", cost, bound);
            case PlanningResult.Unsolvable _ -> result(node, "unsolvable", null, null);
            case PlanningResult.LimitReached(var bound, var _) -> result(node, "limit", null, bound);
        }
        node.put("currency", replanned.currency())
                .put("way", found.way().name().toLowerCase(Locale.ROOT))
                .put("audited", replanned.audited())
                .put("changes", replan.changes());
        var facts = node.putArray("facts");
        replan.facts()
                .forEach(fact -> facts.addObject()
                        .put("fact", fact.fact().value())
                        .put("now", fact.now().name().toLowerCase(Locale.ROOT))
                        .put("why", fact.why()));
        for (var kind : StepChange.Kind.values()) {
            var steps = node.putArray(kind.name().toLowerCase(Locale.ROOT));
            replan.steps(kind)
                    .forEach(step -> steps.addObject()
                            .put("task", step.task().value())
                            .put("title", step.title())
                            .put("why", step.why()));
        }
        var against = node.putArray("against");
        replan.against().forEach(against::add);
        node.set("schedule", schedule(replanned.dates()));
        return node;
    }

    private static JsonNode schedule(@Nullable RestDates dates) {
        var node = JsonMapper.shared().createObjectNode();
        return switch (dates) {
            case null -> node.nullNode();
            case RestDates.Undated(var obstacles) -> {
                var list = node.put("possible", false).putArray("obstacles");
                obstacles.forEach(obstacle -> list.add(WaitWords.of(obstacle)));
                yield node;
            }
            case RestDates.Dated(var schedule, var since, var unestimated) -> {
                node.put("possible", true).put("finish", schedule.finish().toString());
                var path = node.putArray("critical_path");
                schedule.criticalPath().forEach(item -> path.add(item.value()));
                var without = node.putArray("without_estimate");
                unestimated.forEach(task -> without.add(task.value()));
                node.set("difference", since == null ? node.nullNode() : ScheduleJson.fields(since));
                yield node;
            }
        };
    }

    private static void result(ObjectNode node, String word, @Nullable Cost cost, @Nullable Cost bound) {
        node.put("result", word).put("cost", amount(cost)).put("bound", amount(bound));
    }

    private static @Nullable BigDecimal amount(@Nullable Cost cost) {
        return cost == null ? null : BigDecimal.valueOf(cost.hundredths(), 2);
    }
}
