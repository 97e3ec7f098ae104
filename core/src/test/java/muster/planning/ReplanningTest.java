package muster.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import muster.plan.TaskId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplanningTest {
    private static final Cost NOTHING = Cost.ZERO;

    private final SmallWorld world = new SmallWorld()
            .act("write", 300, "", "script", "")
            .act("borrow", 320, "", "script", "")
            .act("rename", 100, "script", "renamed", "")
            .act("check", 50, "renamed", "checked", "");

    @Test
    void whatIsDoneIsLeftOutAndTheRestIsKept() {
        var old = plan(world.problem("", "checked"));

        var replan = Replanning.of(world.problem("script", "checked"), old, NOTHING);

        assertThat(replan.way()).isEqualTo(Replan.Way.KEPT);
        assertThat(replan.difference().kept()).containsExactly(new TaskId("rename"), new TaskId("check"));
        assertThat(replan.difference().dropped()).containsExactly(new TaskId("write"));
        assertThat(replan.difference().added()).isEmpty();
    }

    @Test
    void whatIsLostIsMadeAgain() {
        var old = plan(world.problem("", "checked"));
        var without = new SmallWorld()
                .act("borrow", 320, "", "script", "")
                .act("rename", 100, "script", "renamed", "")
                .act("check", 50, "renamed", "checked", "");

        var replan = Replanning.of(without.problem("", "checked"), old, NOTHING);

        assertThat(replan.way()).isEqualTo(Replan.Way.PLANNED);
        assertThat(replan.difference().added()).containsExactly(new TaskId("borrow"));
        assertThat(replan.difference().dropped()).containsExactly(new TaskId("write"));
    }

    @Test
    void aCheaperWayIsTakenOnlyIfItIsWorthTheChange() {
        var old = plan(world.problem("", "checked"));
        var cheaper = new SmallWorld()
                .act("write", 300, "", "script", "")
                .act("borrow", 260, "", "script", "")
                .act("rename", 100, "script", "renamed", "")
                .act("check", 50, "renamed", "checked", "");
        var problem = cheaper.problem("", "checked");

        assertThat(Replanning.of(problem, old, new Cost(30)).way()).isEqualTo(Replan.Way.KEPT);
        assertThat(Replanning.of(problem, old, new Cost(10)).difference().added())
                .containsExactly(new TaskId("borrow"));
    }

    @Test
    void whatCannotBeReachedAnyMoreHasAReason() {
        var old = plan(world.problem("", "checked"));
        var without = new SmallWorld().act("check", 50, "renamed", "checked", "");

        var replan = Replanning.of(without.problem("", "checked"), old, NOTHING);

        assertThat(replan.result()).isInstanceOf(PlanningResult.Unsolvable.class);
        assertThat(replan.difference().dropped()).hasSize(3);
    }

    @Test
    void actionsInAnotherOrderHaveMovedAsFewAsPossible() {
        var one = actions("a", "b", "c", "d");
        var other = actions("b", "c", "d", "a");

        assertThat(PlanDifference.between(one, other).moved()).containsExactly(new TaskId("a"));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void withoutAPriceOfChangeTheCostIsThatOfPlanningAnew(long seed) {
        var problem = GoapPlannerTest.random(new Random(seed));
        if (!(GoapPlanner.plan(problem) instanceof PlanningResult.Optimal before)) {
            return;
        }
        var world = GoapPlannerTest.random(new Random(~seed)).world();
        var later = new PlanningProblem(world, SmallWorld.NOW, problem.actions(), problem.goal(), problem.limits());

        var result = Replanning.of(later, before.plan(), NOTHING).result();

        var twin = ExhaustiveTwin.cheapest(later);
        assertThat(result instanceof PlanningResult.Optimal).isEqualTo(twin.isPresent());
        if (result instanceof PlanningResult.Optimal again) {
            assertThat(again.cost()).isEqualTo(new Cost(twin.getAsLong()));
            assertThat(PlanCheck.faults(later, again.plan())).isEmpty();
        }
    }

    private static ActionPlan plan(PlanningProblem problem) {
        return ((PlanningResult.Optimal) GoapPlanner.plan(problem)).plan();
    }

    private static ActionPlan actions(String... names) {
        var world = new SmallWorld();
        for (var name : names) {
            world.act(name, 1, "", name, "");
        }
        var actions = world.problem("", "").actions();
        return PartialOrder.of(actions, world.problem("", ""));
    }
}
