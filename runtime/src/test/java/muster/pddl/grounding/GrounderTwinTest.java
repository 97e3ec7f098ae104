package muster.pddl.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import muster.pddl.PddlTask;
import muster.pddl.PlanStep;
import muster.pddl.RandomPddl;
import muster.pddl.validation.LiftedSearch;
import muster.pddl.validation.PlanValidator;
import muster.pddl.validation.Verdict;
import muster.plan.Location;
import muster.strips.Search;
import muster.strips.SearchLimits;
import muster.strips.SearchResult;
import org.junit.jupiter.api.Test;

class GrounderTwinTest {
    private static final int SEEDS = 1_000;
    private static final int MOST_STATES = 300;
    private static final Location PLAN = new Location("plan", 1, 1);

    @Test
    void theGroundedTaskHasTheSameCheapestCostAsTryingEverythingOnTheTaskAsWritten() {
        var answers = new HashMap<String, Integer>();
        for (long seed = 0; seed < SEEDS; seed++) {
            var task = RandomPddl.task(seed);
            var expected = LiftedSearch.optimum(task, MOST_STATES);
            answers.merge(kind(expected), 1, Integer::sum);
            if (!expected.equals("too large")) {
                assertThat(optimum(task)).as("seed %d", seed).isEqualTo(expected);
            }
        }

        assertThat(answers.get("unsolvable")).as("%s", answers).isGreaterThan(100);
        assertThat(answers.get("dear")).as("%s", answers).isGreaterThan(100);
    }

    private static String kind(String answer) {
        return answer.equals("0") || !Character.isDigit(answer.charAt(0)) ? answer : "dear";
    }

    private static String optimum(PddlTask task) {
        return switch (Grounder.ground(task, () -> false)) {
            case Grounding.Grounded(var grounded) -> optimum(task, grounded);
            case Grounding.Unreachable _ -> "unsolvable";
            case Grounding.Stopped _ -> "stopped";
            case Grounding.Refused(var problems) -> problems.toString();
        };
    }

    private static String optimum(PddlTask task, GroundedTask grounded) {
        return switch (Search.optimal(grounded.task(), SearchLimits.counted(100_000, 100_000))) {
            case SearchResult.Optimal(var plan, var cost, var _) -> {
                var steps = grounded.steps(plan).stream()
                        .map(GrounderTwinTest::step)
                        .toList();
                yield switch (PlanValidator.validate(task, steps, PLAN)) {
                    case Verdict.Valid valid
                    when valid.cost().compareTo(grounded.cost(cost)) == 0 ->
                        valid.cost().stripTrailingZeros().toPlainString();
                    case Verdict wrong -> wrong + ", the planner says " + grounded.cost(cost);
                };
            }
            case SearchResult.Unsolvable _ -> "unsolvable";
            case SearchResult.Feasible _ -> "feasible";
            case SearchResult.LimitReached _ -> "limit";
        };
    }

    private static PlanStep step(String text) {
        var words = List.of(text.substring(1, text.length() - 1).split(" "));
        return new PlanStep(PLAN, words.getFirst(), words.subList(1, words.size()));
    }

    @Test
    void theOrderInWhichFactsAreWrittenMakesNoDifference() {
        for (long seed = 0; seed < 100; seed++) {
            var task = RandomPddl.task(seed);
            var init = List.copyOf(task.init()).reversed();
            var reversed = new PddlTask(
                    task.domain(),
                    task.problem(),
                    task.types(),
                    task.objects(),
                    task.predicates(),
                    task.schemas(),
                    new LinkedHashSet<>(init),
                    Map.copyOf(task.values()),
                    task.goal(),
                    task.goalAt(),
                    task.metric(),
                    List.of());

            assertThat(Grounder.ground(reversed, () -> false))
                    .as("seed %d", seed)
                    .isEqualTo(Grounder.ground(task, () -> false));
        }
    }
}
