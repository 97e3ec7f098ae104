package muster.replanning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.TaskId;
import muster.planning.ActionPlan;
import muster.planning.CausalLink;
import muster.planning.Endpoint;
import muster.planning.GroundAction;
import muster.run.RunState;
import muster.run.Step;
import muster.run.StepState;

/// Why each step stays, comes or goes.
final class Reasons {
    private final RunState state;
    private final ActionPlan chosen;
    private final RunActions actions;
    private final Set<FactId> reached;
    private final Map<TaskId, GroundAction> left = new HashMap<>();
    private final Map<Endpoint, CausalLink> serves = new HashMap<>();
    private final Map<TaskId, Integer> numbers = new HashMap<>();

    /// @param reached facts that can be made true at all
    Reasons(RunState state, ActionPlan chosen, RunActions actions, Set<FactId> reached) {
        this.state = state;
        this.chosen = chosen;
        this.actions = actions;
        this.reached = reached;
        actions.left().forEach(action -> left.put(action.id(), action));
        chosen.steps().forEach(step -> numbers.put(step.action().id(), step.number()));
        chosen.links().forEach(link -> serves.merge(link.provider(), link, this::telling));
    }

    /// What is for another step says more than what is for a gate, or for the goal.
    private CausalLink telling(CausalLink first, CausalLink other) {
        return isStep(first.consumer()) || !isStep(other.consumer()) ? first : other;
    }

    private boolean isStep(Endpoint end) {
        return end instanceof Endpoint.At(int number)
                && !isSign(chosen.steps().get(number).action().id());
    }

    /// Each step that is not settled, and each that is new.
    List<StepChange> changes() {
        var changes = new ArrayList<StepChange>();
        for (var step : state.plan().steps()) {
            var number = numbers.get(step.id());
            if (number != null) {
                changes.add(new StepChange(step.id(), step.title(), StepChange.Kind.KEPT, why(number)));
            } else if (!state.step(step.id()).settled()) {
                changes.add(new StepChange(step.id(), step.title(), StepChange.Kind.DROPPED, without(step)));
            }
        }
        var known = state.plan().steps().stream().map(Step::id).collect(Collectors.toSet());
        chosen.steps().stream()
                .filter(step -> !known.contains(step.action().id())
                        && !isSign(step.action().id()))
                .map(step -> new StepChange(
                        step.action().id(), step.action().title(), StepChange.Kind.ADDED, why(step.number())))
                .forEach(changes::add);
        return changes;
    }

    private static boolean isSign(TaskId id) {
        return GateId.amongTasks(id.value()) != null || id.value().startsWith(RunActions.INSTEAD);
    }

    private String why(int number) {
        var link = serves.get(new Endpoint.At(number));
        if (link == null) {
            return "it is part of the goal";
        }
        var gives = link.amount() == null
                ? "makes " + link.fact() + " true for "
                : "provides " + link.amount() + " of " + link.fact() + " for ";
        return gives + whom(link.consumer());
    }

    private String whom(Endpoint consumer) {
        return switch (consumer) {
            case Endpoint.Start _, Endpoint.Goal _ -> "the goal";
            case Endpoint.At(int step) -> {
                var id = chosen.steps().get(step).action().id().value();
                var gate = GateId.amongTasks(id);
                yield id.startsWith(RunActions.INSTEAD)
                        ? "what waits for " + id.substring(RunActions.INSTEAD.length())
                        : gate == null ? id : "gate " + gate;
            }
        };
    }

    private String without(Step step) {
        if (state.step(step.id()) instanceof StepState.Failed(var _, var _, var why)) {
            var others = providers(step);
            return "it failed: " + why
                    + (others.isEmpty() ? "" : "; " + others + " provides what it would have provided");
        }
        if (actions.isUnwanted(step)) {
            return "somebody said to do without it";
        }
        if (actions.isSuperfluous(step)) {
            return "all that it provides holds already";
        }
        var action = left.get(step.id());
        var lacking = action == null
                ? List.<FactId>of()
                : action.preconditions().stream()
                        .filter(fact -> !reached.contains(fact))
                        .toList();
        return lacking.isEmpty()
                ? "the goal needs nothing of it any more"
                : "it needs " + names(lacking.stream()) + ", which nobody can make true";
    }

    private String providers(Step step) {
        var instead = numbers.get(new TaskId(RunActions.INSTEAD + step.id()));
        return instead == null
                ? ""
                : names(chosen.links().stream()
                        .filter(link -> link.consumer().equals(new Endpoint.At(instead)))
                        .flatMap(link ->
                                link.provider() instanceof Endpoint.At(int from) ? Stream.of(from) : Stream.of())
                        .map(from -> chosen.steps().get(from).action().id())
                        .distinct());
    }

    private static String names(Stream<?> all) {
        return all.map(Object::toString).collect(Collectors.joining(" and "));
    }
}
