package muster.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import muster.facts.Fact;
import muster.facts.Level;
import muster.facts.Observation;
import muster.facts.Truth;
import muster.facts.WorldState;
import muster.plan.FactId;
import muster.plan.Quantity;
import muster.plan.Share;
import muster.plan.TaskId;
import muster.planning.PlanningResult.Cause;
import muster.planning.PlanningResult.Missing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AmountsTest {
    private static final int SEEDS_AT_ONCE = 500;
    private static final FactId DISK = new FactId("disk");

    private static SmallWorld loading() {
        return new SmallWorld()
                .act("load", 10, "", "loaded", "")
                .amounts("disk-30")
                .act("clean", 5, "", "", "")
                .amounts("disk+20")
                .act("buy", 50, "", "", "")
                .amounts("disk+100");
    }

    private static WorldState disk(long number) {
        return SmallWorld.having(WorldState.EMPTY, "disk", number);
    }

    @Test
    void whatIsThereIsUsedBeforeMoreIsMade() {
        var plan = optimal(loading().problem(disk(30), "loaded", Terms.NONE)).plan();

        assertThat(SmallWorld.names(plan)).containsExactly("load");
        assertThat(plan.why(0).uses())
                .containsExactly(
                        new CausalLink(new Endpoint.Start(), DISK, new Endpoint.At(0), Quantity.of(30, "unit")));
    }

    @Test
    void anActionThatGivesAnAmountIsThereForTheOneThatNeedsIt() {
        var plan = optimal(loading().problem(disk(15), "loaded", Terms.NONE)).plan();

        assertThat(SmallWorld.names(plan)).containsExactly("clean", "load");
        assertThat(plan.why(0).text(plan))
                .isEqualTo("clean provides 20 unit of disk for load; load makes loaded true for the goal");
        assertThat(plan.steps().get(1).after()).containsExactly(0);
    }

    @Test
    void anActionThatGivesAnAmountIsCarriedOutOnce() {
        var plan = optimal(loading().problem(disk(5), "loaded", Terms.NONE)).plan();

        assertThat(SmallWorld.names(plan)).containsExactly("buy", "load");
    }

    @Test
    void actionsThatHaveEnoughForAllNeedNoOrder() {
        var world = new SmallWorld()
                .act("one", 1, "", "a", "")
                .amounts("disk-10")
                .act("two", 1, "", "b", "")
                .amounts("disk-10")
                .problem(disk(20), "a b", Terms.NONE);

        assertThat(optimal(world).plan().steps()).allMatch(step -> step.after().isEmpty());
    }

    @Test
    void aStepThatNeedsRoomComesBeforeTheOneThatFillsIt() {
        var problem = new SmallWorld()
                .act("fill", 1, "", "filled", "")
                .amounts("disk-15")
                .act("sort", 1, "", "sorted", "")
                .amounts("disk>=10")
                .problem(disk(20), "filled sorted", Terms.NONE);

        var plan = optimal(problem).plan();

        assertThat(SmallWorld.names(plan)).containsExactly("sort", "fill");
        assertThat(plan.steps().get(1).after()).containsExactly(0);
    }

    @Test
    void anUpperLimitIsKept() {
        var problem = new SmallWorld()
                .act("deploy", 1, "", "deployed", "")
                .amounts("load<=2")
                .act("drain", 1, "", "", "")
                .amounts("load=0")
                .problem(SmallWorld.having(WorldState.EMPTY, "load", 7), "deployed", Terms.NONE);

        assertThat(SmallWorld.names(optimal(problem).plan())).containsExactly("drain", "deploy");
    }

    @Test
    void howMuchIsMissingIsSaid() {
        var problem = new SmallWorld()
                .act("one", 1, "", "a", "")
                .amounts("budget-60")
                .act("two", 1, "", "b", "")
                .amounts("budget-70")
                .act("grant", 1, "", "", "")
                .amounts("budget+10")
                .problem(SmallWorld.having(WorldState.EMPTY, "budget", 100), "a b", Terms.NONE);

        assertThat(GoapPlanner.plan(problem))
                .isEqualTo(new PlanningResult.Unsolvable(new Cause.NothingProvides(
                        SmallWorld.facts(""),
                        List.of(new Missing(
                                new FactId("budget"),
                                List.of(new TaskId("one"), new TaskId("two")),
                                Quantity.of(20, "unit"))))));
    }

    @Test
    void factsAndAmountsAreMissingTogether() {
        var problem = new SmallWorld()
                .act("load", 1, "script", "loaded", "")
                .amounts("disk-30")
                .problem(disk(10), "loaded", Terms.NONE);

        assertThat(GoapPlanner.plan(problem))
                .isEqualTo(new PlanningResult.Unsolvable(new Cause.NothingProvides(
                        SmallWorld.facts("loaded"),
                        List.of(
                                new Missing(new FactId("script"), List.of(new TaskId("load"))),
                                new Missing(DISK, List.of(new TaskId("load")), Quantity.of(20, "unit"))))));
    }

    @Test
    void aGoalMayAskForAnAmount() {
        var asked = List.of(AmountNeed.atLeast(DISK, Quantity.of(100, "unit")));
        var terms = new Terms(asked, List.of(), null, new Share(0));

        var plan = optimal(loading().problem(disk(10), "loaded", terms)).plan();

        assertThat(SmallWorld.names(plan)).containsExactlyInAnyOrder("buy", "clean", "load");
    }

    @Test
    void aLevelThatHasExpiredCountsAsNothing() {
        var seen =
                new Observation(List.of("E-1"), SmallWorld.NOW.minus(Duration.ofDays(2)), SmallWorld.NOW, new Share(1));
        var world = WorldState.EMPTY.with(new Level(DISK, Quantity.of(500, "unit"), seen));

        var plan = optimal(loading().problem(world, "loaded", Terms.NONE)).plan();

        assertThat(SmallWorld.names(plan)).containsExactly("buy", "load");
    }

    @Test
    void whatIsLessSureThanAskedDoesNotCount() {
        var doubted = new Observation(List.of("E-1"), SmallWorld.NOW, null, new Share(0.6));
        var world = WorldState.EMPTY.with(new Fact(new FactId("done"), Truth.TRUE, doubted));
        var problem = new SmallWorld().act("work", 1, "", "done", "").problem(world, "done", Terms.NONE);

        var sure = new Terms(List.of(), List.of(), null, new Share(0.8));

        assertThat(optimal(problem).plan().steps()).isEmpty();
        assertThat(optimal(problem.on(sure)).plan().steps()).hasSize(1);
    }

    static IntStream firstSeeds() {
        return IntStream.range(0, 20).map(each -> each * SEEDS_AT_ONCE);
    }

    @ParameterizedTest(name = "500 seeds from {0}")
    @MethodSource("firstSeeds")
    void theCostIsThatOfLookingAtEveryStateAndEveryOrderWorks(int first) {
        for (int seed = first; seed < first + SEEDS_AT_ONCE; seed++) {
            var problem = RandomAmounts.problem(seed);

            var twin = ExhaustiveTwin.cheapest(problem);
            var result = GoapPlanner.plan(problem);

            if (twin.isEmpty()) {
                assertThat(result).as("seed %d", seed).isInstanceOf(PlanningResult.Unsolvable.class);
            } else {
                var optimal = (PlanningResult.Optimal) result;
                assertThat(optimal.cost().hundredths()).as("seed %d", seed).isEqualTo(twin.getAsLong());
                check(problem, optimal.plan(), seed);
            }
        }
    }

    private static void check(PlanningProblem problem, ActionPlan plan, int seed) {
        assertThat(PlanCheck.faults(problem, plan)).as("seed %d", seed).isEmpty();
        var random = new Random(seed);
        for (int order = 0; order < 5; order++) {
            assertThat(ExhaustiveTwin.works(problem, RandomOrder.of(plan, random)))
                    .as("seed %d, order %d", seed, order)
                    .isTrue();
        }
        for (int step = 0; step < plan.steps().size(); step++) {
            assertThat(plan.why(step).wayToGoal())
                    .as("seed %d, step %d", seed, step)
                    .isNotEmpty();
        }
    }

    private static PlanningResult.Optimal optimal(PlanningProblem problem) {
        return (PlanningResult.Optimal) GoapPlanner.plan(problem);
    }
}
