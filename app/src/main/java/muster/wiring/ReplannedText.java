package muster.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import muster.facts.Truth;
import muster.plan.TaskId;
import muster.planning.PlanningResult;
import muster.replanning.FactChange;
import muster.replanning.RunReplan;
import muster.replanning.StepChange;
import muster.run.StepState;

/// The rest of a run planned again, for people, one line each.
public final class ReplannedText {
    private ReplannedText() {}

    /// What became known, and what becomes of each step; or what stands in the way.
    public static List<String> lines(Replanned replanned) {
        var replan = replanned.replan();
        var lines = new ArrayList<String>();
        replan.facts()
                .forEach(
                        fact -> lines.add(fact.fact() + (isTrue(fact) ? " holds: " : " does not hold: ") + fact.why()));
        lines.addAll(outcome(replanned));
        for (var kind : StepChange.Kind.values()) {
            replan.steps(kind).forEach(step -> lines.add(word(step.kind()) + " " + step.task() + ": " + step.why()));
        }
        replan.against().forEach(why -> lines.add("against it: " + why));
        return lines;
    }

    /// The word for a kind of change.
    static String word(StepChange.Kind kind) {
        return switch (kind) {
            case KEPT -> "keep";
            case ADDED -> "add";
            case DROPPED -> "drop";
        };
    }

    private static boolean isTrue(FactChange fact) {
        return fact.now() == Truth.TRUE;
    }

    private static List<String> outcome(Replanned replanned) {
        var replan = replanned.replan();
        var unit = " " + replanned.currency();
        return switch (replan.replan().result()) {
            case PlanningResult.Optimal(var _, var cost, var _) ->
                List.of(what(replan) + "; cost from here " + cost + unit);
            case PlanningResult.Feasible(var _, var cost, var bound, var _) ->
                List.of(what(replan) + "; cost from here " + cost + unit + ", no plan costs less than " + bound);
            case PlanningResult.Unsolvable(var cause) -> {
                var lines = new ArrayList<>(PlanSearchText.why(cause));
                failed(replan).forEach(task -> lines.add("Maybe try again what failed: --retry " + task));
                yield lines;
            }
            case PlanningResult.LimitReached(var bound, var _) ->
                List.of("no plan was found within the limits; none costs less than " + bound);
        };
    }

    private static String what(RunReplan replan) {
        return switch (replan.replan().way()) {
            case KEPT -> "what is left of the plan still reaches the goal";
            case PLANNED -> "planned anew";
        };
    }

    private static List<TaskId> failed(RunReplan replan) {
        return replan.state().steps().entrySet().stream()
                .filter(step -> step.getValue() instanceof StepState.Failed)
                .map(Map.Entry::getKey)
                .toList();
    }
}
