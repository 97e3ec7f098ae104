package muster.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import muster.facts.WorldState;
import muster.plan.DayWindow;
import muster.plan.Mode;
import muster.plan.Need;
import muster.plan.Plan;
import muster.plan.TaskId;
import muster.planning.CostRate;
import muster.planning.GoapPlanner;
import muster.planning.PlanningResult;
import muster.planning.Remedies;
import muster.planning.SmallPlan;
import org.junit.jupiter.api.Test;

class WorkItemsTest {
    private final Plan plan = new SmallPlan()
            .expect(
                    "script",
                    Need.REQUIRED,
                    "one",
                    SmallPlan.remedy("write-script", 5, ""),
                    SmallPlan.remedy("bind-action", 0.5, ""))
            .phase("one", Mode.PARALLEL, "")
            .task("rename", 10, "", "", "", new DayWindow(2, 3))
            .task("map", 2, "", "", "mapped")
            .task("load", 1, "", "mapped", "")
            .gate("approval", "rename", "load")
            .plan();

    @Test
    void theStepsOfAnActionPlanBecomeItemsInTheirPartialOrder() {
        var problem = Remedies.problem(plan, WorldState.EMPTY, SmallPlan.START, CostRate.STANDARD);
        var steps = ((PlanningResult.Optimal) GoapPlanner.plan(problem)).plan();

        var items = WorkItems.from(steps, plan, WorkItems.Days.IGNORE);

        assertThat(items)
                .extracting(item -> item.id().value())
                .containsExactlyInAnyOrder("bind-action", "rename", "map", "gate:approval", "load");
        assertThat(needsOf(items, "load")).containsExactly(new TaskId("gate:approval"), new TaskId("map"));
        assertThat(needsOf(items, "rename")).containsExactly(new TaskId("bind-action"));
        var scheduled = (SchedulingResult.Scheduled) Scheduler.schedule(
                new SchedulingProblem(items, plan.team(), plan.header().start(), Basis.LIKELY));
        assertThat(scheduled.schedule().makespan()).isEqualTo(Duration.ofMinutes(30 + 60 * 13));
    }

    @Test
    void aPlanOnItsOwnBecomesItemsAsIfAllItExpectsWereThere() {
        var items = WorkItems.of(plan, WorkItems.Days.IGNORE);

        assertThat(items)
                .extracting(item -> item.id().value())
                .containsExactly("rename", "map", "load", "gate:approval");
        assertThat(needsOf(items, "load")).containsExactly(new TaskId("gate:approval"), new TaskId("map"));
        assertThat(items.getFirst().demands()).hasSize(1);
    }

    @Test
    void daysHoldAnItemBackOnlyIfTheyAreKept() {
        assertThat(WorkItems.of(plan, WorkItems.Days.KEEP).getFirst().earliest())
                .isEqualTo(SmallPlan.START.plus(Duration.ofDays(1)));
        assertThat(WorkItems.of(plan, WorkItems.Days.IGNORE).getFirst().earliest())
                .isNull();
    }

    private static List<TaskId> needsOf(List<WorkItem> items, String id) {
        return items.stream()
                .filter(item -> item.id().value().equals(id))
                .findFirst()
                .orElseThrow()
                .needs();
    }
}
