package muster.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.plan.FactId;
import org.junit.jupiter.api.Test;

class PlanCheckTest {
    private final PlanningProblem problem = new SmallWorld()
            .act("make", 1, "", "part", "")
            .act("paint", 1, "part", "colour", "")
            .act("burn", 1, "", "ash", "part")
            .problem("", "colour ash");

    @Test
    void thePlannersPlanIsAccepted() {
        var plan = ((PlanningResult.Optimal) GoapPlanner.plan(problem)).plan();

        assertThat(PlanCheck.faults(problem, plan)).isEmpty();
        assertThat(plan.cost()).isEqualTo(new Cost(3));
    }

    @Test
    void aStepWhoseNeedDoesNotHoldIsAFault() {
        var plan = new ActionPlan(List.of(step(0, "paint"), step(1, "burn")), List.of());

        assertThat(PlanCheck.faults(problem, plan)).anyMatch(fault -> fault.contains("step 0 (paint) needs part"));
    }

    @Test
    void aGoalThatIsNotReachedIsAFault() {
        var plan = new ActionPlan(List.of(step(0, "burn")), List.of());

        assertThat(PlanCheck.faults(problem, plan)).contains("the goal needs colour, which does not hold there");
    }

    @Test
    void anOrderInWhichANeedMayBeUndoneIsAFault() {
        var links = List.of(
                new CausalLink(new Endpoint.At(0), new FactId("part"), new Endpoint.At(1)),
                new CausalLink(new Endpoint.At(1), new FactId("colour"), new Endpoint.Goal()),
                new CausalLink(new Endpoint.At(2), new FactId("ash"), new Endpoint.Goal()));
        var plan = new ActionPlan(List.of(step(0, "make"), step(1, "paint", 0), step(2, "burn")), links);

        assertThat(PlanCheck.faults(problem, plan))
                .containsExactly("step 2 (burn) may undo part before step 1 (paint)");
    }

    @Test
    void aStepAfterALaterOneIsAFault() {
        var plan = new ActionPlan(List.of(step(0, "make", 1), step(1, "paint")), List.of());

        assertThat(PlanCheck.faults(problem, plan)).containsExactly("step 0 is after 1, which does not come before it");
    }

    private Step step(int number, String action, Integer... after) {
        var named = problem.actions().stream()
                .filter(one -> one.id().value().equals(action))
                .findFirst()
                .orElseThrow();
        return new Step(number, named, List.of(after));
    }
}
