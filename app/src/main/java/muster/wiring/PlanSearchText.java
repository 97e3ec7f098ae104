package muster.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import muster.planning.ActionPlan;
import muster.planning.PlanningResult;
import muster.planning.PlanningResult.Cause;
import muster.planning.Step;
import muster.planning.WishedPlan;
import muster.review.Wording;

/// A search over a plan file for people, one line each.
public final class PlanSearchText {
    private PlanSearchText() {}

    /// What was found, each step with the reason that it is there for; or what stands in the way.
    public static List<String> lines(PlanSearch search) {
        var lines = new ArrayList<>(outcome(search));
        for (var left : search.planned().left()) {
            lines.add("left: " + left.wish() + ", " + why(left.why()));
        }
        return lines;
    }

    /// Why a wish is left, in one line.
    static String why(WishedPlan.Why why) {
        return switch (why) {
            case WishedPlan.Why.Impossible(var cause) -> String.join(" ", why(cause));
            case WishedPlan.Why.NotFound _ -> "no plan was found within the limits";
        };
    }

    private static List<String> outcome(PlanSearch search) {
        return switch (search.result()) {
            case PlanningResult.Optimal(var plan, var cost, var _) ->
                found(plan, cost + " " + search.currency() + "; no plan is cheaper");
            case PlanningResult.Feasible(var plan, var cost, var bound, var _) ->
                found(
                        plan,
                        cost + " " + search.currency()
                                + "; it is not known whether a plan is cheaper, none costs less than " + bound);
            case PlanningResult.Unsolvable(var cause) -> why(cause);
            case PlanningResult.LimitReached(var bound, var _) ->
                List.of("no plan was found within the limits; none costs less than " + bound);
        };
    }

    private static List<String> found(ActionPlan plan, String cost) {
        var lines = new ArrayList<String>();
        int steps = plan.steps().size();
        lines.add(
                steps == 0
                        ? "the goal holds already, nothing is to be done"
                        : steps + (steps == 1 ? " step, cost " : " steps, cost ") + cost);
        plan.steps().forEach(step -> lines.addAll(described(plan, step)));
        return lines;
    }

    private static List<String> described(ActionPlan plan, Step step) {
        var action = step.action();
        var owners = action.owners().stream().map(Object::toString).collect(Collectors.joining(", "));
        var after = step.after().stream().map(number -> "" + (number + 1)).collect(Collectors.joining(", "));
        return List.of(
                step.number() + 1 + ". " + action.id() + ": " + action.title() + ", " + Wording.of(action.estimate())
                        + ", cost " + action.cost()
                        + (owners.isEmpty() ? "" : ", " + owners)
                        + (after.isEmpty() ? "" : "; after " + after),
                "     " + plan.why(step.number()).text(plan));
    }

    /// What stands in the way of any plan, one line each.
    static List<String> why(Cause cause) {
        return switch (cause) {
            case Cause.NothingProvides(var _, var missing) -> {
                var lines = new ArrayList<String>();
                lines.add("no plan exists; at least this lacks somebody who makes it true:");
                missing.forEach(each -> lines.add("  " + each.what()
                        + each.wantedBy().stream()
                                .map(Object::toString)
                                .collect(
                                        Collectors.joining(", ", each.wantedBy().isEmpty() ? "" : ", for ", ""))));
                yield lines;
            }
            case Cause.BeyondBudget(var least, var budget) ->
                List.of("no plan exists within the budget of " + budget + "; none costs less than " + least);
            case Cause.MutuallyExclusive(var goal, var _) ->
                List.of("no plan exists: what makes one of these true undoes another: "
                        + goal.stream().map(Object::toString).collect(Collectors.joining(", ")));
        };
    }
}
