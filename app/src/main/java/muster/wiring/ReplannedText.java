package muster.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import muster.facts.Truth;
import muster.plan.TaskId;
import muster.planning.PlanningResult;
import muster.replanning.FactChange;
import muster.replanning.RestDates;
import muster.replanning.RunReplan;
import muster.replanning.StepChange;
import muster.run.StepState;
import muster.schedule.ScheduleDifference;
import org.jspecify.annotations.Nullable;

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
        lines.addAll(dates(replanned.dates()));
        replan.against().forEach(why -> lines.add("against it: " + why));
        return lines;
    }

    private static List<String> dates(@Nullable RestDates dates) {
        return switch (dates) {
            case null -> List.of();
            case RestDates.Undated(var obstacles) ->
                obstacles.stream()
                        .map(obstacle -> "it has no end: " + WaitWords.of(obstacle))
                        .toList();
            case RestDates.Dated(var schedule, var since, var unestimated) -> {
                var path = schedule.criticalPath().stream().map(TaskId::value).collect(Collectors.joining(" -> "));
                var lines = new ArrayList<String>();
                lines.add("it ends " + schedule.finish() + moved(since)
                        + (path.isEmpty() ? "" : "; critical path: " + path));
                if (!unestimated.isEmpty()) {
                    lines.add("nobody said how long these take, so they count as nothing: "
                            + unestimated.stream().map(TaskId::value).collect(Collectors.joining(", ")));
                }
                yield lines;
            }
        };
    }

    private static String moved(@Nullable ScheduleDifference since) {
        if (since == null) {
            return "";
        }
        var by = since.finish();
        return by.isZero()
                ? ", as before"
                : ", " + WaitWords.hours(by.abs()) + (by.isNegative() ? " earlier" : " later") + " than before";
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
