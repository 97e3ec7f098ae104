package muster.wiring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import muster.pddl.PddlTask;
import muster.pddl.PddlText;
import muster.pddl.PlanText;
import muster.pddl.grounding.GroundedTask;
import muster.pddl.grounding.Grounder;
import muster.pddl.grounding.Grounding;
import muster.pddl.validation.PlanValidator;
import muster.pddl.validation.Verdict;
import muster.plan.Location;
import muster.plan.Parsed;
import muster.strips.Improvement;
import muster.strips.Search;
import muster.strips.SearchLimits;
import muster.strips.SearchResult;
import muster.strips.StripsTask;
import org.jspecify.annotations.Nullable;

/// Grounds a PDDL task, searches for a plan, and lets the validator check it before anybody sees it.
public final class PddlPlanner {
    private static final String STAGE = "plan";

    /// For a bar that cannot know when the search ends.
    private static final double OPEN_END = 0;

    private final PddlTask task;
    private final Asked asked;
    private @Nullable Improvement best;

    private PddlPlanner(PddlTask task, Asked asked) {
        this.task = task;
        this.asked = asked;
    }

    /// What kind of plan is wanted.
    public enum Aim {
        /// A cheapest plan, with the proof.
        OPTIMAL,
        /// Some plan soon, and better ones until the best is proven or the time is over.
        ANYTIME
    }

    /// What is asked of the search.
    ///
    /// @param seed where plans are as good, another order of the actions decides; 0 is the order of their names
    /// @param stop asked now and then; it ends with what it has once this is true
    public record Asked(Aim aim, long seed, BooleanSupplier stop, Progress progress) {}

    /// A plan that the validator has passed, or why there is none.
    public static PddlAnswer plan(PddlTask task, Asked asked) {
        return new PddlPlanner(task, asked).answer();
    }

    private PddlAnswer answer() {
        return switch (Grounder.ground(task, asked.stop)) {
            case Grounding.Grounded(var grounded) -> searched(grounded);
            case Grounding.Unreachable(var conditions) -> unreachable(conditions);
            case Grounding.Stopped _ ->
                new PddlAnswer.Limit(BigDecimal.ZERO, "it ended while objects were put in the places of variables");
            case Grounding.Refused(var problems) -> new PddlAnswer.Refused(problems);
        };
    }

    private PddlAnswer searched(GroundedTask written) {
        var grounded = asked.seed == 0 ? written : shuffled(written);
        asked.progress.at(
                STAGE,
                OPEN_END,
                grounded.task().facts() + " facts, "
                        + grounded.task().operators().size() + " actions");
        try {
            return named(grounded, search(grounded));
        } catch (OutOfMemoryError full) {
            return best == null
                    ? new PddlAnswer.Limit(BigDecimal.ZERO, "the memory is full")
                    : feasible(
                            grounded, new SearchResult.Feasible(best.plan(), best.cost(), best.bound(), best.counts()));
        }
    }

    private GroundedTask shuffled(GroundedTask grounded) {
        var task = grounded.task();
        var order = new ArrayList<>(task.operators());
        Collections.shuffle(order, new Random(asked.seed));
        var other = new StripsTask(task.facts(), task.initial(), task.goal(), order, task.fluents());
        return new GroundedTask(other, grounded.facts(), grounded.decimals());
    }

    private SearchResult search(GroundedTask grounded) {
        var limits = new SearchLimits(SearchLimits.NO_LIMIT, SearchLimits.NO_LIMIT, asked.stop);
        return switch (asked.aim) {
            case OPTIMAL -> Search.optimal(grounded.task(), limits, better -> note(grounded, better));
            case ANYTIME -> Search.anytime(grounded.task(), limits, better -> note(grounded, better));
        };
    }

    private void note(GroundedTask grounded, Improvement better) {
        best = better;
        asked.progress.at(
                STAGE,
                better.bound() == 0 ? OPEN_END : (double) better.bound() / better.cost(),
                "a plan of cost " + grounded.cost(better.cost()) + "; none costs less than "
                        + grounded.cost(better.bound()));
    }

    private PddlAnswer named(GroundedTask grounded, SearchResult result) {
        return switch (result) {
            case SearchResult.Optimal(var plan, long cost, var _) ->
                new PddlAnswer.Optimal(checked(grounded, plan, cost), grounded.cost(cost));
            case SearchResult.Feasible feasible -> feasible(grounded, feasible);
            case SearchResult.Unsolvable(var reason, var _) -> unsolvable(grounded, reason);
            case SearchResult.LimitReached(long bound, var _) ->
                new PddlAnswer.Limit(grounded.cost(bound), "it ended before the first plan was found");
        };
    }

    private PddlAnswer feasible(GroundedTask grounded, SearchResult.Feasible found) {
        var plan = checked(grounded, found.plan(), found.cost());
        return new PddlAnswer.Feasible(plan, grounded.cost(found.cost()), grounded.cost(found.bound()));
    }

    /// The steps of a plan, once the validator agrees with them and with their cost.
    private List<String> checked(GroundedTask grounded, List<Integer> plan, long cost) {
        var steps = grounded.steps(plan);
        var written = PlanText.read(new PddlText("the plan found", String.join("\n", steps)));
        var verdict = written instanceof Parsed.Ok<PlanText>(var text)
                ? PlanValidator.validate(task, text.steps(), new Location("the plan found", 1, 1))
                : new Verdict.Invalid(((Parsed.Failed<PlanText>) written).problems());
        if (verdict instanceof Verdict.Valid(int _, var price) && price.compareTo(grounded.cost(cost)) == 0) {
            return steps;
        }
        throw new IllegalStateException("a plan of cost " + grounded.cost(cost) + " that is judged " + verdict);
    }

    private static PddlAnswer unsolvable(GroundedTask grounded, SearchResult.Reason reason) {
        return switch (reason) {
            case SearchResult.Reason.Unreachable(var facts, var _) ->
                unreachable(IntStream.of(facts.toArray())
                        .mapToObj(grounded.facts()::get)
                        .toList());
            case SearchResult.Reason.Exhausted _ ->
                new PddlAnswer.Unsolvable("all states that matter were looked at, and the goal holds in none");
        };
    }

    private static PddlAnswer unreachable(List<String> conditions) {
        return new PddlAnswer.Unsolvable(
                "even if nothing were ever undone, this could not be reached: " + String.join(", ", conditions));
    }
}
