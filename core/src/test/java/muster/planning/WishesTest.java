package muster.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import muster.facts.WorldState;
import muster.plan.FactId;
import muster.plan.Share;
import muster.planning.PlanningResult.Cause;
import muster.planning.WishedPlan.Left;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WishesTest {
    private static final int SEEDS_AT_ONCE = 100;

    private static final FactId REPORT = new FactId("report");
    private static final FactId DASHBOARD = new FactId("dashboard");

    private static Terms terms(long budget, Wish... wishes) {
        return new Terms(List.of(), List.of(wishes), new Cost(budget), new Share(0));
    }

    private static SmallWorld work() {
        return new SmallWorld()
                .act("load", 10, "", "loaded", "")
                .act("write", 30, "loaded", "report", "")
                .act("draw", 20, "loaded", "dashboard", "");
    }

    @Test
    void allWishesAreServedIfTheBudgetAllowsIt() {
        var terms = terms(60, new Wish(REPORT, 1), new Wish(DASHBOARD, 2));

        var plan = Wishes.plan(work().problem(WorldState.EMPTY, "loaded", terms), () -> false);

        assertThat(plan.taken()).containsExactly(DASHBOARD, REPORT);
        assertThat(plan.left()).isEmpty();
    }

    @Test
    void theLowerPriorityIsLeftIfTheBudgetIsTooSmallAndSaysSo() {
        var terms = terms(45, new Wish(REPORT, 2), new Wish(DASHBOARD, 1));

        var plan = Wishes.plan(work().problem(WorldState.EMPTY, "loaded", terms), () -> false);

        assertThat(plan.taken()).containsExactly(REPORT);
        assertThat(plan.left())
                .containsExactly(new Left(
                        DASHBOARD, new WishedPlan.Why.Impossible(new Cause.BeyondBudget(new Cost(60), new Cost(45)))));
        assertThat(plan.result())
                .isInstanceOfSatisfying(
                        PlanningResult.Optimal.class,
                        optimal -> assertThat(optimal.cost()).isEqualTo(new Cost(40)));
    }

    @Test
    void aWishThatNobodyCanServeIsLeftWithWhatIsMissing() {
        var terms = terms(1_000, new Wish(new FactId("movie"), 9), new Wish(DASHBOARD, 1));

        var plan = Wishes.plan(work().problem(WorldState.EMPTY, "loaded", terms), () -> false);

        assertThat(plan.taken()).containsExactly(DASHBOARD);
        assertThat(plan.left())
                .singleElement()
                .satisfies(left -> assertThat(left.why()).isInstanceOf(WishedPlan.Why.Impossible.class));
    }

    @Test
    void aGoalThatMustBeReachedIsNotLeftForTheBudget() {
        var plan = Wishes.plan(work().problem(WorldState.EMPTY, "report", terms(15)), () -> false);

        assertThat(plan.result())
                .isEqualTo(new PlanningResult.Unsolvable(new Cause.BeyondBudget(new Cost(40), new Cost(15))));
    }

    static IntStream firstSeeds() {
        return IntStream.range(0, 10).map(each -> each * SEEDS_AT_ONCE);
    }

    @ParameterizedTest(name = "100 seeds from {0}")
    @MethodSource("firstSeeds")
    void noOtherChoiceServesMoreInTheOrderOfPriorities(int first) {
        for (int seed = first; seed < first + SEEDS_AT_ONCE; seed++) {
            var problem = wishing(seed);

            var plan = Wishes.plan(problem, () -> false);

            if (ExhaustiveTwin.cheapest(problem).isPresent() && affordable(problem, Set.of())) {
                assertThat(plan.taken()).as("seed %d", seed).isEqualTo(best(problem));
            } else {
                assertThat(plan.result()).as("seed %d", seed).isInstanceOf(PlanningResult.Unsolvable.class);
            }
        }
    }

    private static PlanningProblem wishing(int seed) {
        var random = new Random(seed);
        var plain = RandomAmounts.problem(seed);
        var wishes = IntStream.range(0, 3)
                .mapToObj(_ -> new Wish(new FactId("f" + random.nextInt(6)), random.nextInt(3)))
                .toList();
        return plain.on(new Terms(plain.terms().amounts(), wishes, new Cost(random.nextInt(15)), new Share(0)));
    }

    /// Tries every subset; of two, the one with the first wish that only one has wins.
    private static List<FactId> best(PlanningProblem problem) {
        var wishes = new ArrayList<>(problem.terms().wishes());
        wishes.sort((one, other) -> Integer.compare(other.priority(), one.priority()));
        for (int subset = 7; subset > 0; subset--) {
            var chosen = new ArrayList<FactId>();
            for (int wish = 0; wish < 3; wish++) {
                if ((subset >> (2 - wish) & 1) != 0) {
                    chosen.add(wishes.get(wish).fact());
                }
            }
            if (affordable(problem, new HashSet<>(chosen))) {
                return chosen;
            }
        }
        return List.of();
    }

    private static boolean affordable(PlanningProblem problem, Set<FactId> more) {
        var goal = new HashSet<>(problem.goal());
        goal.addAll(more);
        OptionalLong cost = ExhaustiveTwin.cheapest(problem.reaching(goal));
        var budget = problem.terms().budget();
        return cost.isPresent() && budget != null && cost.getAsLong() <= budget.hundredths();
    }
}
