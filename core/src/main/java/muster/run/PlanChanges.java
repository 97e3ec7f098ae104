package muster.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What differs between two plans of a run, one sentence each.
final class PlanChanges {
    private static final Map<String, Function<Step, @Nullable Object>> PARTS = parts();

    private PlanChanges() {}

    static List<String> between(RunPlan before, RunPlan after) {
        var changes = new ArrayList<String>();
        before.steps().stream()
                .filter(step -> after.index().get(step.id()) == null)
                .forEach(step -> changes.add("task " + step.id() + " is taken out"));
        for (var step : after.steps()) {
            var earlier = before.index().get(step.id());
            var changed = earlier == null ? List.<String>of() : of(earlier, step);
            if (earlier == null) {
                changes.add("task " + step.id() + " is new");
            } else if (!changed.isEmpty()) {
                changes.add("task " + step.id() + ": other " + String.join(", ", changed));
            }
        }
        add(changes, "gate", by(before.gates(), RunGate::id), by(after.gates(), RunGate::id));
        add(changes, "loop", by(before.loops(), RunLoop::id), by(after.loops(), RunLoop::id));
        add(changes, "budget", by(before.budgets(), RunBudget::id), by(after.budgets(), RunBudget::id));
        add(changes, "agent", by(before.team(), RunAgent::id), by(after.team(), RunAgent::id));
        return changes;
    }

    /// The parts of a step that differ.
    static List<String> of(Step before, Step after) {
        var changed = new ArrayList<String>();
        PARTS.forEach((name, part) -> {
            if (!Objects.equals(part.apply(before), part.apply(after))) {
                changed.add(name);
            }
        });
        return changed;
    }

    private static Map<String, Function<Step, @Nullable Object>> parts() {
        var parts = new LinkedHashMap<String, Function<Step, @Nullable Object>>();
        parts.put("title", Step::title);
        parts.put("owners", Step::owners);
        parts.put("action", Step::action);
        parts.put("needs", Step::needs);
        parts.put("requires", Step::requires);
        parts.put("provides", Step::provides);
        parts.put("gates", Step::gates);
        parts.put("retries", Step::retries);
        parts.put("compensation", Step::compensation);
        parts.put("terms", Step::terms);
        return parts;
    }

    private static <T> Map<Object, T> by(List<T> all, Function<T, Object> id) {
        var byId = new LinkedHashMap<Object, T>();
        all.forEach(each -> byId.put(id.apply(each), each));
        return byId;
    }

    private static <T> void add(List<String> changes, String kind, Map<Object, T> before, Map<Object, T> after) {
        before.keySet().stream()
                .filter(id -> !after.containsKey(id))
                .forEach(id -> changes.add(kind + " " + id + " is taken out"));
        after.forEach((id, next) -> {
            if (!before.containsKey(id)) {
                changes.add(kind + " " + id + " is new");
            } else if (!next.equals(before.get(id))) {
                changes.add(kind + " " + id + " is another");
            }
        });
    }
}
