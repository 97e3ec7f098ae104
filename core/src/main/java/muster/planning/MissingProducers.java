package muster.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import muster.plan.Estimate;
import muster.plan.FactId;
import muster.plan.Quantity;
import muster.plan.TaskId;
import muster.planning.PlanningResult.Cause;
import muster.planning.PlanningResult.Missing;
import muster.strips.Search;
import muster.strips.SearchLimits;
import muster.strips.SearchResult;

/// Says why a goal cannot be reached: imagines a producer for every fact that has none, and as much as one likes of
/// every amount, and searches for a plan that needs the fewest of them. Only if that is not enough, because facts wait
/// for each other in a ring, any unreachable fact may be given a producer. Nothing is undone in these plans and
/// nothing is done twice, but amounts are used up.
final class MissingProducers {
    private static final Cost IMAGINED = new Cost(1);
    private static final String PREFIX = "imagined:";

    private final PlanningProblem problem;

    private MissingProducers(PlanningProblem problem) {
        this.problem = problem;
    }

    /// What an imagined producer provides: a fact, or enough of an amount for a condition.
    private sealed interface Candidate {
        record Truth(FactId fact) implements Candidate {}

        record Plenty(AmountNeed need) implements Candidate {}
    }

    /// A plan with imagined producers.
    private record Imagined(List<Candidate> chosen, List<GroundAction> sequence) {}

    static Cause.NothingProvides of(PlanningProblem problem) {
        return new MissingProducers(problem).cause();
    }

    private Cause.NothingProvides cause() {
        var unreachable = new TreeSet<>(problem.goal());
        problem.actions().forEach(action -> unreachable.addAll(action.preconditions()));
        unreachable.removeAll(reachable());
        var produced = new HashSet<FactId>();
        problem.actions().forEach(action -> produced.addAll(action.adds()));
        var rootless =
                unreachable.stream().filter(fact -> !produced.contains(fact)).toList();
        var imagined = fewest(rootless);
        if (imagined.chosen.isEmpty() && rootless.size() < unreachable.size()) {
            imagined = fewest(List.copyOf(unreachable));
        }
        var wanted = new TreeSet<>(problem.goal());
        wanted.retainAll(unreachable);
        return new Cause.NothingProvides(wanted, missing(imagined));
    }

    /// The facts that can be made true if nothing were ever undone.
    private Set<FactId> reachable() {
        var reached = new HashSet<>(problem.holding());
        for (boolean grew = true; grew; ) {
            grew = false;
            for (var action : problem.actions()) {
                grew |= reached.containsAll(action.preconditions()) && reached.addAll(action.adds());
            }
        }
        return reached;
    }

    private List<Missing> missing(Imagined imagined) {
        var missing = new ArrayList<Missing>();
        var kinds = new ArrayList<AmountNeed>();
        var actions = new ArrayList<GroundAction>();
        problem.actions().forEach(action -> actions.add(forFree(action)));
        for (var candidate : imagined.chosen) {
            switch (candidate) {
                case Candidate.Truth(var fact) -> {
                    missing.add(new Missing(fact, wanting(fact)));
                    actions.add(producer(new TaskId(PREFIX + missing.size()), candidate)
                            .costing(Cost.ZERO));
                }
                case Candidate.Plenty(var need) -> kinds.add(need);
            }
        }
        var relaxed = problem.with(actions, problem.limits());
        missing.addAll(new Shortages(relaxed, imagined.sequence, MissingProducers::searched).of(kinds));
        return missing;
    }

    static boolean isImagined(TaskId id) {
        return id.value().startsWith(PREFIX);
    }

    private List<TaskId> wanting(FactId fact) {
        return problem.actions().stream()
                .filter(action -> action.preconditions().contains(fact))
                .map(GroundAction::id)
                .sorted()
                .toList();
    }

    private Imagined fewest(List<FactId> facts) {
        List<Candidate> candidates = new ArrayList<>();
        facts.forEach(fact -> candidates.add(new Candidate.Truth(fact)));
        problem.conditions().stream()
                .map(need -> new AmountNeed(
                        need.fact(),
                        need.bound(),
                        Quantity.of(0, need.quantity().unit())))
                .distinct()
                .forEach(need -> candidates.add(new Candidate.Plenty(need)));
        var actions = new ArrayList<GroundAction>();
        problem.actions().forEach(action -> actions.add(forFree(action)));
        var producers = new ArrayList<TaskId>();
        for (var candidate : candidates) {
            var id = new TaskId(PREFIX + producers.size());
            producers.add(id);
            actions.add(producer(id, candidate));
        }
        var sequence = searched(problem.with(actions, problem.limits()));
        return new Imagined(
                sequence.stream()
                        .map(action -> producers.indexOf(action.id()))
                        .filter(index -> index >= 0)
                        .sorted()
                        .<Candidate>map(candidates::get)
                        .toList(),
                sequence.stream()
                        .filter(action -> !producers.contains(action.id()))
                        .toList());
    }

    private static GroundAction producer(TaskId id, Candidate candidate) {
        return switch (candidate) {
            case Candidate.Truth(var fact) -> imagined(id, Set.of(fact), Amounts.NONE);
            case Candidate.Plenty(var need) ->
                imagined(id, Set.of(), new Amounts(List.of(), List.of(new AmountChange.To(need.fact(), plenty(need)))));
        };
    }

    static Quantity plenty(AmountNeed need) {
        return new Quantity(
                switch (need.bound()) {
                    case AT_LEAST -> Quantity.MOST;
                    case AT_MOST -> BigDecimal.ZERO;
                },
                need.quantity().unit());
    }

    private static GroundAction imagined(TaskId id, Set<FactId> adds, Amounts amounts) {
        return new GroundAction(id, id.value(), Set.of(), adds, Set.of(), IMAGINED, Estimate.ZERO, List.of(), amounts);
    }

    private static List<GroundAction> searched(PlanningProblem problem) {
        var numbered = Numbered.once(problem);
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
                action.owners(),
                action.amounts());
    }
}
