package muster.pddl.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.pddl.Metric;
import muster.pddl.PddlObject;
import muster.pddl.PddlTask;
import muster.pddl.PlanStep;
import muster.pddl.Schema;
import muster.plan.Location;
import muster.plan.NearMiss;
import muster.plan.Problem;
import org.jspecify.annotations.Nullable;

/// Carries out a plan on the task as it is written, fact by fact.
public final class PlanValidator {
    private final PddlTask task;
    private final Map<String, Schema> schemas;
    private final Map<String, PddlObject> objects;
    private final List<Problem> faults = new ArrayList<>();

    private PlanValidator(PddlTask task) {
        this.task = task;
        schemas = byName(task.schemas(), Schema::name);
        objects = byName(task.objects(), PddlObject::name);
    }

    private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(name, Function.identity()));
    }

    /// Whether the steps, in their order, lead from the initial state to the goal.
    ///
    /// @param end where to say that the goal is missed, such as the start of the plan file
    public static Verdict validate(PddlTask task, List<PlanStep> steps, Location end) {
        return new PlanValidator(task).validate(steps, end);
    }

    private Verdict validate(List<PlanStep> steps, Location end) {
        var bindings = new ArrayList<Map<String, String>>();
        for (var step : steps) {
            bindings.add(binding(step));
        }
        return faults.isEmpty() ? carriedOut(steps, bindings, end) : new Verdict.Invalid(faults);
    }

    /// The objects of a step by parameter; something else if it is no action of the task.
    private Map<String, String> binding(PlanStep step) {
        var schema = schemas.get(step.action());
        if (schema == null) {
            var near = NearMiss.hint(
                    step.action(), schemas.keySet().stream().sorted().toList());
            faults.add(new Problem(step.at(), "unknown action " + shown(step.action()), near));
            return Map.of();
        }
        int wanted = schema.parameters().size();
        if (step.objects().size() != wanted) {
            faults.add(Problem.at(
                    step.at(),
                    "'" + schema.name() + "' takes " + wanted + (wanted == 1 ? " object" : " objects") + ", got "
                            + step.objects().size()));
            return Map.of();
        }
        var bound = new HashMap<String, String>();
        for (int place = 0; place < wanted; place++) {
            checkObject(step, schema, place);
            bound.put(schema.parameters().get(place).name(), step.objects().get(place));
        }
        return bound;
    }

    private void checkObject(PlanStep step, Schema schema, int place) {
        var name = step.objects().get(place);
        var object = objects.get(name);
        var types = schema.parameters().get(place).types();
        if (object == null) {
            var near = NearMiss.hint(name, objects.keySet().stream().sorted().toList());
            faults.add(new Problem(step.at(), "unknown object " + shown(name), near));
        } else if (!task.types().isA(object.types(), types)) {
            faults.add(Problem.at(
                    step.at(),
                    name + " is of type " + String.join(" or ", object.types()) + "; " + String.join(" or ", types)
                            + " is expected as "
                            + schema.parameters().get(place).name()));
        }
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }

    private Verdict carriedOut(List<PlanStep> steps, List<Map<String, String>> bindings, Location end) {
        var state = new Meaning(task, new HashSet<>(task.init()));
        var total = BigDecimal.ZERO;
        for (int number = 0; number < steps.size(); number++) {
            var schema = Objects.requireNonNull(schemas.get(steps.get(number).action()));
            var lacking = state.unmet(schema.precondition(), bindings.get(number));
            var cost = cost(schema, bindings.get(number));
            if (cost == null || !lacking.isEmpty()) {
                return cannot(steps.get(number), number, lacking);
            }
            total = total.add(cost);
            Outcome.carryOut(schema.effects(), state, bindings.get(number));
        }
        var missed = state.unmet(task.goal(), Map.of());
        missed.forEach(each -> faults.add(Problem.at(end, "the goal is not reached: " + each)));
        return missed.isEmpty() ? new Verdict.Valid(steps.size(), total) : new Verdict.Invalid(faults);
    }

    private @Nullable BigDecimal cost(Schema schema, Map<String, String> bound) {
        return task.metric() == Metric.STEPS ? BigDecimal.ONE : Outcome.cost(schema.cost(), task.values(), bound);
    }

    private Verdict cannot(PlanStep step, int number, List<String> lacking) {
        var what = "step " + (number + 1) + " " + step + " cannot be done: ";
        lacking.forEach(each -> faults.add(Problem.at(step.at(), what + each)));
        if (lacking.isEmpty()) {
            faults.add(Problem.at(step.at(), what + "its cost has no value"));
        }
        return new Verdict.Invalid(faults);
    }
}
