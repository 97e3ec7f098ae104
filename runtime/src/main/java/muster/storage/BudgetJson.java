package muster.storage;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import muster.plan.AgentId;
import muster.plan.Level;
import muster.plan.ResourceId;
import muster.plan.Share;
import muster.plan.TaskId;
import muster.run.BudgetEvent;
import muster.run.Event;
import muster.run.RunBudget;
import muster.run.Spending;

/// Budgets and what happens to them as JSON, both ways. Amounts are text, so that no decimal is lost.
final class BudgetJson {
    private BudgetJson() {}

    static JsonOut out(BudgetEvent event) {
        return switch (event) {
            case BudgetEvent.Spent e ->
                JsonOut.of("spent", EventReader.VERSION)
                        .put("task", e.task())
                        .put("fence", e.fence())
                        .put("by", e.by())
                        .put("amounts", e.amounts());
            case BudgetEvent.BudgetReached e ->
                JsonOut.of("budget-reached", EventReader.VERSION)
                        .put("budget", e.budget())
                        .put("alarm", e.alarm())
                        .put("spent", e.spent())
                        .put("amount", e.amount());
        };
    }

    static Map<String, Function<JsonIn, Event>> types() {
        return Map.of(
                "spent",
                in -> new BudgetEvent.Spent(
                        new TaskId(in.text("task")),
                        in.number("fence"),
                        new AgentId(in.text("by")),
                        in.map("amounts", ResourceId::new, BigDecimal::new)),
                "budget-reached",
                in -> new BudgetEvent.BudgetReached(
                        new ResourceId(in.text("budget")),
                        in.constant("alarm", Spending.Alarm.class),
                        in.decimal("spent"),
                        in.decimal("amount")));
    }

    static JsonOut budget(RunBudget budget) {
        return JsonOut.empty()
                .put("id", budget.id())
                .put("unit", budget.unit())
                .put("amount", budget.amount())
                .put("profile", budget.profile().stream().map(BudgetJson::level).toList())
                .put("warnAt", BigDecimal.valueOf(budget.warnAt().value()));
    }

    static RunBudget budget(JsonIn json) {
        return new RunBudget(
                new ResourceId(json.text("id")),
                json.text("unit"),
                json.decimal("amount"),
                json.objects("profile").stream()
                        .map(each -> new Level(each.instant("from"), each.decimal("amount")))
                        .toList(),
                new Share(json.decimal("warnAt").doubleValue()));
    }

    private static JsonOut level(Level level) {
        return JsonOut.empty().put("from", level.from()).put("amount", level.amount());
    }
}
