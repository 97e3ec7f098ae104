package muster.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import muster.plan.FactId;
import muster.plan.TaskId;
import muster.planning.PlanningResult.Cause;
import muster.planning.PlanningResult.Missing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoapPlannerTest {

    @Test
    void theCheaperOfTwoWaysIsTaken() {
        var problem = new SmallWorld()
                .act("write-script", 30_000, "", "ready", "")
                .act("bind-action", 3_000, "", "ready", "")
                .act("rename", 1_000, "ready", "done", "")
                .problem("", "done");

        var result = GoapPlanner.plan(problem);

        assertThat(result).isInstanceOfSatisfying(PlanningResult.Optimal.class, optimal -> {
            assertThat(SmallWorld.names(optimal.plan())).containsExactly("bind-action", "rename");
            assertThat(optimal.cost()).isEqualTo(new Cost(4_000));
            assertThat(optimal.plan().why(0).text(optimal.plan()))
                    .isEqualTo("bind-action makes ready true for rename; rename makes done true for the goal");
        });
    }

    @Test
    void aGoalThatHoldsAlreadyNeedsNoSteps() {
        var problem = new SmallWorld().act("work", 1, "", "done", "").problem("done", "done");

        assertThat(optimal(problem).plan().steps()).isEmpty();
        assertThat(optimal(problem).cost()).isEqualTo(Cost.ZERO);
    }

    @Test
    void actionsThatCostNothingAreOnlyTakenIfNeeded() {
        var problem = new SmallWorld()
                .act("approve", 0, "", "passed", "")
                .act("idle", 0, "", "rested", "")
                .act("work", 5, "passed", "done", "")
                .problem("", "done");

        assertThat(SmallWorld.names(optimal(problem).plan())).containsExactly("approve", "work");
    }

    @Test
    void threeBlocksAreTurnedOverInThreeMoves() {
        var problem = blocks("a", "b", "c")
                .problem("on-c-a on-a-table on-b-table clear-b clear-c clear-table", "on-a-b on-b-c");

        var plan = optimal(problem).plan();

        assertThat(SmallWorld.names(plan)).containsExactly("move-c-a-table", "move-b-table-c", "move-a-table-b");
        assertThat(PlanCheck.faults(problem, plan)).isEmpty();
    }

    @Test
    void aMissingProducerIsNamedWithThoseWhoWaitForIt() {
        var problem = new SmallWorld()
                .act("rename", 1, "script credentials", "renamed", "")
                .act("load", 1, "credentials", "loaded", "")
                .act("check", 1, "renamed loaded", "checked", "")
                .problem("script", "checked");

        var result = GoapPlanner.plan(problem);

        assertThat(result)
                .isEqualTo(new PlanningResult.Unsolvable(new Cause.NothingProvides(
                        SmallWorld.facts("checked"),
                        List.of(new Missing(
                                new FactId("credentials"), List.of(new TaskId("load"), new TaskId("rename")))))));
    }

    @Test
    void theSmallestSetOfMissingProducersIsNamed() {
        var problem = new SmallWorld()
                .act("by-hand", 1, "hands eyes", "done", "")
                .act("by-script", 1, "script", "done", "")
                .problem("", "done");

        assertThat(missing(problem)).containsExactly(new FactId("script"));
    }

    @Test
    void factsThatOnlyWaitForEachOtherAreMissingToo() {
        var problem = new SmallWorld()
                .act("hen", 1, "egg", "chicken", "")
                .act("brood", 1, "chicken", "egg", "")
                .act("fry", 1, "egg", "meal", "")
                .problem("", "meal");

        assertThat(missing(problem)).hasSize(1).isSubsetOf(SmallWorld.facts("egg chicken meal"));
    }

    @Test
    void factsThatUndoEachOtherAreMutuallyExclusive() {
        var problem = new SmallWorld()
                .act("open", 1, "", "opened", "closed")
                .act("close", 1, "", "closed", "opened")
                .problem("", "opened closed");

        assertThat(GoapPlanner.plan(problem))
                .isInstanceOfSatisfying(
                        PlanningResult.Unsolvable.class,
                        unsolvable -> assertThat(unsolvable.cause()).isInstanceOf(Cause.MutuallyExclusive.class));
    }

    @Test
    void fiveHundredActionsWithoutAChoiceNeedNoExpansionAtAll() {
        var world = new SmallWorld();
        for (int task = 0; task < 250; task++) {
            String before = task == 0 ? "" : "f" + (task - 1) / 3;
            world.act("a" + task, 100 + task % 7, before, "f" + task, "");
            world.act("b" + task, 103 - task % 5, before, "f" + task, "");
        }

        var result = optimal(world.problem("", allFacts(250)));

        assertThat(result.plan().steps()).hasSize(250);
        assertThat(result.expansions()).isZero();
    }

    @Test
    void fiveHundredActionsThatUndoNothingTakeFewExpansions() {
        var world = new SmallWorld();
        for (int task = 0; task < 100; task++) {
            String before = task == 0 ? "" : "f" + (task - 1) / 3;
            world.act("whole" + task, 100 + task % 7, before, "f" + task, "");
            world.act("first" + task, 50, before, "half" + task, "");
            world.act("then" + task, 48 + task % 5, "half" + task, "f" + task, "");
            world.act("shared" + task, 40, "tool" + task % 10, "f" + task, "");
            world.act("tool" + task % 10 + "-" + task, 700 + task, "", "tool" + task % 10, "");
        }

        var result = optimal(world.problem("", allFacts(100)));

        assertThat(result.plan().steps()).hasSizeBetween(100, 210);
        assertThat(result.expansions()).isLessThanOrEqualTo(200);
    }

    @Test
    void aLimitThatRunsOutLeavesTheBestPlanSoFarAndItsBound() {
        var world = new SmallWorld();
        var random = new Random(7);
        for (int action = 0; action < 60; action++) {
            world.act(
                    "a" + action,
                    10 + random.nextInt(20),
                    "",
                    "f" + random.nextInt(30) + " f" + random.nextInt(30) + " f" + random.nextInt(30),
                    "");
        }
        for (int fact = 0; fact < 30; fact++) {
            world.act("single" + fact, 30, "", "f" + fact, "");
        }
        var goal =
                String.join(" ", IntStream.range(0, 30).mapToObj(i -> "f" + i).toList());
        var problem = world.problem("", goal, new Limits(1, 1_000));

        assertThat(GoapPlanner.plan(problem)).isInstanceOfSatisfying(PlanningResult.Feasible.class, feasible -> {
            assertThat(PlanCheck.faults(problem, feasible.plan())).isEmpty();
            assertThat(feasible.bound()).isLessThan(feasible.cost());
            assertThat(feasible.bound()).isGreaterThan(Cost.ZERO);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theCostIsThatOfAnExhaustiveSearch(long seed) {
        var problem = random(new Random(seed));

        var twin = ExhaustiveTwin.cheapest(problem);
        var result = GoapPlanner.plan(problem);

        if (twin.isEmpty()) {
            assertThat(result).isInstanceOf(PlanningResult.Unsolvable.class);
        } else {
            assertThat(result).isInstanceOfSatisfying(PlanningResult.Optimal.class, optimal -> {
                assertThat(optimal.cost()).isEqualTo(new Cost(twin.getAsLong()));
                assertThat(optimal.plan().cost()).isEqualTo(optimal.cost());
                assertThat(PlanCheck.faults(problem, optimal.plan())).isEmpty();
            });
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    static PlanningProblem random(Random random) {
        var world = new SmallWorld();
        boolean undoing = random.nextInt(3) > 0;
        int actions = 3 + random.nextInt(6);
        for (int action = 0; action < actions; action++) {
            world.act(
                    "a" + action, random.nextInt(6), some(random, 2), some(random, 2), undoing ? some(random, 2) : "");
        }
        return world.problem(some(random, 3), some(random, 3));
    }

    private static String some(Random random, int most) {
        return String.join(
                " ",
                IntStream.range(0, random.nextInt(most + 1))
                        .mapToObj(_ -> "f" + random.nextInt(7))
                        .distinct()
                        .toList());
    }

    private static SmallWorld blocks(String... names) {
        var world = new SmallWorld();
        for (var block : names) {
            for (var from : List.of("a", "b", "c", "table")) {
                for (var to : List.of("a", "b", "c", "table")) {
                    if (!from.equals(to) && !from.equals(block) && !to.equals(block)) {
                        move(world, block, from, to);
                    }
                }
            }
        }
        return world;
    }

    private static void move(SmallWorld world, String block, String from, String to) {
        world.act(
                "move-" + block + "-" + from + "-" + to,
                1,
                "clear-" + block + " clear-" + to + " on-" + block + "-" + from,
                "on-" + block + "-" + to + " clear-" + from + " clear-table",
                "on-" + block + "-" + from + " clear-" + to);
    }

    private static String allFacts(int count) {
        return String.join(
                " ", IntStream.range(0, count).mapToObj(fact -> "f" + fact).toList());
    }

    private static PlanningResult.Optimal optimal(PlanningProblem problem) {
        return (PlanningResult.Optimal) GoapPlanner.plan(problem);
    }

    private static List<FactId> missing(PlanningProblem problem) {
        return switch (GoapPlanner.plan(problem)) {
            case PlanningResult.Unsolvable(Cause.NothingProvides(var _, var missing)) ->
                missing.stream().map(Missing::fact).toList();
            case PlanningResult other -> throw new AssertionError(other.toString());
        };
    }
}
