package muster.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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

    /// The twin has every link, task by task.
    @Test
    void largePhasesThatNeedEachOtherAreJoinedByAMarkAndSayTheSame() {
        var large = largePhases();

        var problem = WorkItems.problem(large, WorkItems.Days.KEEP, Basis.LIKELY);

        assertThat(problem.items()).hasSize(3 * 40 + 2);
        assertThat(problem.items().stream()
                        .mapToInt(item -> item.needs().size())
                        .sum())
                .isLessThanOrEqualTo(4 * 40);
        var twin = problem.of(problem.items().stream()
                .map(item -> expanded(item, problem.items()))
                .toList());
        assertThat(tasks(problem)).hasSize(3 * 40).isEqualTo(tasks(twin));
        var last = needsOf(problem.items(), "c0");
        assertThat(last).containsExactly(new TaskId("end:b"));
        assertThat(ScheduleCheck.faults(problem, ((SchedulingResult.Scheduled) Scheduler.schedule(problem)).schedule()))
                .isEmpty();
    }

    /// A mark has no day of its own.
    @Test
    void daysAreComparedAcrossTheMarkOfAPhasesEnd() {
        var plan = new SmallPlan();
        for (var phase : List.of("a", "b")) {
            plan.phase(phase, Mode.HYBRID, phase.equals("a") ? "" : "a");
            for (int task = 0; task < 40; task++) {
                plan.task(
                        phase + task,
                        1,
                        "",
                        "",
                        "",
                        phase.equals("a") ? new DayWindow(3, 3) : new DayWindow(2 + task % 2, 3));
            }
        }

        var checks = Health.of(WorkItems.problem(plan.plan(), WorkItems.Days.KEEP, Basis.LIKELY), null);

        assertThat(items(checks, "out-of-sequence"))
                .hasSize(20)
                .allMatch(item -> item.value().startsWith("b"));
        assertThat(items(checks, "no-time")).isEmpty();
    }

    private static List<TaskId> items(List<Health.Check> checks, String name) {
        return checks.stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow()
                .items();
    }

    private static List<Network.Activity> tasks(SchedulingProblem problem) {
        return Objects.requireNonNull(Scheduler.network(problem)).activities().stream()
                .filter(activity -> !activity.item().value().startsWith("end:"))
                .toList();
    }

    private static Plan largePhases() {
        var plan = new SmallPlan();
        for (var phase : List.of("a", "b", "c")) {
            plan.phase(phase, Mode.HYBRID, phase.equals("a") ? "" : String.valueOf((char) (phase.charAt(0) - 1)));
            for (int task = 0; task < 40; task++) {
                plan.task(phase + task, 1 + task % 7, "", "", "");
            }
        }
        return plan.plan();
    }

    private static WorkItem expanded(WorkItem item, List<WorkItem> all) {
        var needs = item.needs().stream()
                .flatMap(
                        need -> need.value().startsWith("end:") ? needsOf(all, need.value()).stream() : Stream.of(need))
                .toList();
        return new WorkItem(item.id(), item.estimate(), item.owners(), needs, item.demands(), item.earliest());
    }

    private static List<TaskId> needsOf(List<WorkItem> items, String id) {
        return items.stream()
                .filter(item -> item.id().value().equals(id))
                .findFirst()
                .orElseThrow()
                .needs();
    }
}
