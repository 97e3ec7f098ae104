package muster.replanning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.plan.Checking;
import muster.plan.LateResults;
import muster.plan.Mode;
import muster.plan.Need;
import muster.plan.Plan;
import muster.plan.Probe;
import muster.plan.ResourceId;
import muster.plan.TaskId;
import muster.planning.SmallPlan;
import muster.run.Step;
import muster.run.TaskTerms;
import muster.run.WholeRun;
import org.junit.jupiter.api.Test;

class ChosenStepsTest {
    private final Plan plan = new SmallPlan()
            .expect("rename.sh", Need.REQUIRED, "", SmallPlan.remedy("write", 2, ""))
            .expect("rename.md", Need.REQUIRED, "", SmallPlan.remedy("write", 2, ""))
            .phase("work", Mode.PARALLEL, "")
            .task("rename", 1, "", "", "")
            .plan();

    @Test
    void aRemedyReservesTheFilesThatItIsToMake() {
        assertThat(step(plan, TaskTerms.USUAL, "write").terms().writes()).containsExactly("rename.sh", "rename.md");
    }

    @Test
    void aRemedyOfATableReservesTheTable() {
        var table = plan.expecting(plan.expectations().stream()
                .map(each -> each.testedBy(new Probe.Table("warehouse", "reg_eurusd", List.of())))
                .toList());

        assertThat(step(table, TaskTerms.USUAL, "write").terms().writes()).containsExactly("table:reg_eurusd");
    }

    @Test
    void aTaskHasTheTermsThatTheWholePlanWouldGiveIt() {
        var conduct = new WholeRun.Conduct(Checking.ANOTHER, LateResults.REFUSE);
        var terms = new TaskTerms(conduct, List.of(new ResourceId("disk")));

        var step = step(plan, terms, "rename");

        assertThat(step.terms().checking()).isEqualTo(Checking.ANOTHER);
        assertThat(step.terms().spends()).containsOnlyKeys(new ResourceId("disk"));
    }

    private static Step step(Plan plan, TaskTerms terms, String id) {
        return new ChosenSteps(plan, terms).of(new TaskId(id), List.of(), List.of());
    }
}
