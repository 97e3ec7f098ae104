package muster.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import muster.plan.Estimate;
import muster.plan.FactId;
import muster.plan.TaskId;
import muster.planning.PlanningResult.Cause;
import muster.planning.PlanningResult.Missing;

/// Says why a goal cannot be reached: imagines a producer for every fact that has none and searches for a plan that
/// needs the fewest of them. Only if that is not enough, because facts wait for each other in a ring, any unreachable
/// fact
/// may be given a producer.
final class MissingProducers {
    private static final Cost IMAGINED = new Cost(1);

    private MissingProducers() {}

    static Cause.NothingProvides of(PlanningProblem problem, Encoding whole) {
        var reachable = whole.reachable().stream().mapToObj(whole.facts::get).collect(Collectors.toSet());
        var unreachable = new TreeSet<>(whole.facts);
        unreachable.removeAll(reachable);
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
        var whole = Encoding.whole(imagined);
        if (!Encoding.containsAll(whole.reachable(), whole.goal)) {
            return List.of();
        }
        var encoding = whole.relevant(imagined);
        return chosen(new MonotoneSearch(encoding, problem.limits()).run(), encoding, producers).stream()
                .map(candidates::get)
                .toList();
    }

    private static List<Integer> chosen(SearchEnd end, Encoding encoding, List<TaskId> producers) {
        return switch (end) {
            case SearchEnd.Found found ->
                found.actions().stream()
                        .map(action ->
                                producers.indexOf(encoding.actions.get(action).id()))
                        .filter(index -> index >= 0)
                        .sorted()
                        .toList();
            case SearchEnd.Exhausted _ -> List.of();
            case SearchEnd.OutOfWork _ -> List.of();
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
