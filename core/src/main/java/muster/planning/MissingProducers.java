package muster.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import muster.plan.Estimate;
import muster.plan.FactId;
import muster.plan.TaskId;
import muster.planning.PlanningResult.Cause;
import muster.planning.PlanningResult.Missing;
import muster.strips.Search;
import muster.strips.SearchLimits;
import muster.strips.SearchResult;

/// Says why a goal cannot be reached: imagines a producer for every fact that has none and searches for a plan that
/// needs the fewest of them. Only if that is not enough, because facts wait for each other in a ring, any unreachable
/// fact may be given a producer.
final class MissingProducers {
    private static final Cost IMAGINED = new Cost(1);

    private MissingProducers() {}

    static Cause.NothingProvides of(PlanningProblem problem) {
        var unreachable = new TreeSet<>(problem.goal());
        problem.actions().forEach(action -> unreachable.addAll(action.preconditions()));
        unreachable.removeAll(reachable(problem));
        var produced = new HashSet<FactId>();
        problem.actions().forEach(action -> produced.addAll(action.adds()));
        var rootless =
                unreachable.stream().filter(fact -> !produced.contains(fact)).toList();
        var chosen = fewest(problem, rootless);
        if (chosen.isEmpty()) {
            chosen = fewest(problem, List.copyOf(unreachable));
        }
        var wanted = new TreeSet<>(problem.goal());
        wanted.retainAll(unreachable);
        return new Cause.NothingProvides(
                wanted, chosen.stream().map(fact -> missing(problem, fact)).toList());
    }

    /// The facts that can be made true if nothing were ever undone.
    private static Set<FactId> reachable(PlanningProblem problem) {
        var reached = new HashSet<>(problem.holding());
        for (boolean grew = true; grew; ) {
            grew = false;
            for (var action : problem.actions()) {
                grew |= reached.containsAll(action.preconditions()) && reached.addAll(action.adds());
            }
        }
        return reached;
    }

    private static Missing missing(PlanningProblem problem, FactId fact) {
        return new Missing(
                fact,
                problem.actions().stream()
                        .filter(action -> action.preconditions().contains(fact))
                        .map(GroundAction::id)
                        .sorted()
                        .toList());
    }

    private static List<FactId> fewest(PlanningProblem problem, List<FactId> candidates) {
        var actions = new ArrayList<GroundAction>();
        problem.actions().forEach(action -> actions.add(forFree(action)));
        var producers = new ArrayList<TaskId>();
        for (var fact : candidates) {
            var id = new TaskId("imagined:" + producers.size());
            producers.add(id);
            actions.add(new GroundAction(
                    id, id.value(), Set.of(), Set.of(fact), Set.of(), IMAGINED, Estimate.ZERO, List.of()));
        }
        var imagined = new PlanningProblem(problem.world(), problem.now(), actions, problem.goal(), problem.limits());
        return chosen(imagined).stream()
                .map(action -> producers.indexOf(action.id()))
                .filter(index -> index >= 0)
                .sorted()
                .map(candidates::get)
                .toList();
    }

    private static List<GroundAction> chosen(PlanningProblem problem) {
        var numbered = new Numbered(problem);
        var limits = problem.limits();
        return switch (Search.optimal(numbered.task(), SearchLimits.counted(limits.expansions(), limits.states()))) {
            case SearchResult.Optimal optimal -> numbered.actions(optimal.plan());
            case SearchResult.Feasible feasible -> numbered.actions(feasible.plan());
            case SearchResult.Unsolvable _, SearchResult.LimitReached _ -> List.of();
        };
    }

    private static GroundAction forFree(GroundAction action) {
        return new GroundAction(
                action.id(),
                action.title(),
                action.preconditions(),
                action.adds(),
                Set.of(),
                Cost.ZERO,
                action.estimate(),
                action.owners());
    }
}
