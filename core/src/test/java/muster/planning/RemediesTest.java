package muster.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.facts.Fact;
import muster.facts.Truth;
import muster.facts.WorldState;
import muster.plan.FactId;
import muster.plan.Mode;
import muster.plan.Need;
import muster.plan.Plan;
import muster.plan.TaskId;
import muster.planning.PlanningResult.Cause;
import org.junit.jupiter.api.Test;

class RemediesTest {

    @Test
    void theCheaperRemedyOfAnUnmetExpectationComesBeforeTheTasksOfItsPhase() {
        var plan = renaming().plan();

        var steps = steps(plan, "");

        assertThat(SmallWorld.names(steps)).containsExactly("bind-rename", "rename", "verify");
        assertThat(steps.cost()).isEqualTo(new Cost(3_000 + 60_000 + 6_000));
    }

    @Test
    void theSecondBestRemedyIsShownWithWhatItWouldCostMore() {
        var problem = Remedies.problem(renaming().plan(), WorldState.EMPTY, SmallPlan.START, CostRate.STANDARD);
        var plan = ((PlanningResult.Optimal) GoapPlanner.plan(problem)).plan();

        assertThat(Alternatives.of(problem, plan))
                .containsExactly(new Alternative(
                        new TaskId("bind-rename"),
                        new Alternative.Effect.Dearer(
                                List.of(new TaskId("write-script")),
                                List.of(new TaskId("bind-rename")),
                                new Cost(27_000))));
    }

    @Test
    void anExpectationThatIsMetNeedsNoRemedy() {
        assertThat(SmallWorld.names(steps(renaming().plan(), "ready:cov-script")))
                .containsExactly("rename", "verify");
    }

    @Test
    void anExpectationOfWhichNothingIsKnownCountsAsUnmet() {
        var unknown = new Fact(new FactId("ready:cov-script"), Truth.TRUE, List.of(), SmallPlan.START, SmallPlan.START);

        var actions =
                Remedies.actions(renaming().plan(), WorldState.EMPTY.with(unknown), SmallPlan.START, CostRate.STANDARD);

        assertThat(actions).extracting(action -> action.id().value()).contains("bind-rename", "write-script");
    }

    @Test
    void anUnmetExpectationWithoutRemedyIsNamedAsMissing() {
        var plan = new SmallPlan()
                .expect("credentials", Need.REQUIRED, "one")
                .phase("one", Mode.PARALLEL, "")
                .task("load", 1, "", "", "")
                .plan();

        var result = GoapPlanner.plan(Remedies.problem(plan, WorldState.EMPTY, SmallPlan.START, CostRate.STANDARD));

        assertThat(result)
                .isEqualTo(new PlanningResult.Unsolvable(new Cause.NothingProvides(
                        SmallWorld.facts("done:load"),
                        List.of(new PlanningResult.Missing(
                                new FactId("ready:credentials"), List.of(new TaskId("load")))))));
    }

    @Test
    void anOptionalExpectationHoldsNothingUp() {
        var plan = new SmallPlan()
                .expect("chart", Need.OPTIONAL, "one")
                .phase("one", Mode.PARALLEL, "")
                .task("load", 1, "", "", "")
                .plan();

        assertThat(SmallWorld.names(steps(plan, ""))).containsExactly("load");
    }

    @Test
    void anExpectationThatNamesNoPhaseHoldsUpNoTaskThatDoesNotAskForIt() {
        var plan = new SmallPlan()
                .expect("access", Need.REQUIRED, "", SmallPlan.remedy("ask", 1, ""))
                .phase("one", Mode.PARALLEL, "")
                .task("load", 1, "", "", "")
                .plan();

        assertThat(SmallWorld.names(steps(plan, ""))).containsExactly("load");
    }

    @Test
    void oneRemedyThatMeetsTwoExpectationsIsDoneOnce() {
        var plan = new SmallPlan()
                .expect("disk", Need.REQUIRED, "one", SmallPlan.remedy("buy-machine", 3, ""))
                .expect("memory", Need.REQUIRED, "one", SmallPlan.remedy("buy-machine", 3, ""))
                .phase("one", Mode.PARALLEL, "")
                .task("load", 1, "", "", "")
                .plan();

        assertThat(SmallWorld.names(steps(plan, ""))).containsExactly("buy-machine", "load");
    }

    @Test
    void tasksOfASequentialPhaseFollowEachOtherAndPhasesTheirNeeds() {
        var plan = new SmallPlan()
                .phase("one", Mode.SEQUENTIAL, "")
                .task("b", 1, "", "", "")
                .task("a", 1, "", "", "")
                .phase("empty", Mode.PARALLEL, "one")
                .phase("two", Mode.PARALLEL, "empty")
                .task("c", 1, "", "", "")
                .task("d", 1, "", "", "")
                .plan();

        var steps = steps(plan, "");

        assertThat(SmallWorld.names(steps)).containsExactly("b", "a", "c", "d");
        assertThat(steps.steps())
                .extracting(Step::after)
                .containsExactly(List.of(), List.of(0), List.of(1), List.of(1));
    }

    @Test
    void aGateIsPassedByItsApproversBeforeTheTasksThatItGuards() {
        var plan = new SmallPlan()
                .phase("one", Mode.PARALLEL, "")
                .task("test", 1, "", "", "")
                .task("apply", 1, "", "", "")
                .gate("approval", "test", "apply")
                .plan();

        assertThat(SmallWorld.names(steps(plan, ""))).containsExactly("test", "gate:approval", "apply");
    }

    @Test
    void aHandOffIsADependency() {
        var plan = new SmallPlan()
                .phase("one", Mode.PARALLEL, "")
                .task("b", 1, "", "", "")
                .task("a", 1, "", "", "")
                .handOff("b", "a")
                .plan();

        assertThat(SmallWorld.names(steps(plan, ""))).containsExactly("b", "a");
    }

    @Test
    void whatOneTaskProvidesAnotherMayRequire() {
        var plan = new SmallPlan()
                .phase("one", Mode.PARALLEL, "")
                .task("b", 1, "", "", "map")
                .task("a", 1, "", "map", "")
                .goal("done:a")
                .plan();

        assertThat(SmallWorld.names(steps(plan, ""))).containsExactly("b", "a");
    }

    @Test
    void onlyTheTargetPhaseAndWhatItNeedsIsPlanned() {
        var plan = new SmallPlan()
                .phase("one", Mode.PARALLEL, "")
                .task("a", 1, "", "", "")
                .phase("two", Mode.PARALLEL, "")
                .task("b", 1, "", "", "")
                .target("two")
                .plan();

        assertThat(SmallWorld.names(steps(plan, ""))).containsExactly("b");
    }

    @Test
    void aTargetPhaseWithoutTasksIsReachedWhenAllThatItRequiresHolds() {
        var plan = new SmallPlan()
                .expect("script", Need.REQUIRED, "one", SmallPlan.remedy("write", 4, "allowed"))
                .phase("one", Mode.PARALLEL, "")
                .target("one")
                .plan();

        assertThat(Remedies.goal(plan)).containsExactly(new FactId("ready:script"));
        assertThat(SmallWorld.names(steps(plan, "allowed"))).containsExactly("write");
    }

    private static SmallPlan renaming() {
        return new SmallPlan()
                .expect(
                        "cov-script",
                        Need.REQUIRED,
                        "one",
                        SmallPlan.remedy("write-script", 5, ""),
                        SmallPlan.remedy("bind-rename", 0.5, ""))
                .phase("one", Mode.HYBRID, "")
                .task("rename", 10, "", "", "")
                .task("verify", 1, "rename", "", "");
    }

    private static ActionPlan steps(Plan plan, String holding) {
        var problem = Remedies.problem(plan, SmallPlan.world(holding), SmallPlan.START, CostRate.STANDARD);
        var optimal = (PlanningResult.Optimal) GoapPlanner.plan(problem);
        assertThat(PlanCheck.faults(problem, optimal.plan())).isEmpty();
        return optimal.plan();
    }
}
