package muster.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import muster.plan.Expectation;
import muster.plan.Mode;
import muster.plan.Need;
import muster.plan.Plan;
import muster.plan.Probe;
import org.junit.jupiter.api.Test;

class UsualRemediesTest {
    private final Plan plan = new SmallPlan()
            .phase("rename", Mode.PARALLEL, "")
            .task("pilot", 2, "", "", "")
            .expect("script", Need.REQUIRED, "rename")
            .expect("stated", Need.REQUIRED, "rename", SmallPlan.remedy("write", 3, ""))
            .plan();

    @Test
    void whatIsMissingHasATimeOfItsOwnAndSaysThatNobodyStatedIt() {
        var bare = plan.expecting(plan.expectations().stream()
                .map(each -> each.remediedBy(List.of()).testedBy(new Probe.FileThere("a.sh")))
                .toList());

        var remedies = UsualRemedies.added(bare).expectations().stream()
                .flatMap(each -> each.remedies().stream())
                .toList();

        assertThat(remedies).hasSameSizeAs(bare.expectations());
        assertThat(remedies.getFirst().title()).contains("rule of thumb");
        assertThat(remedies.getFirst().estimate().likely()).isEqualTo(Duration.ofHours(5));
    }

    @Test
    void aStatedRemedyStays() {
        assertThat(UsualRemedies.added(plan).expectations().stream()
                        .filter(each -> !each.remedies().isEmpty())
                        .map(Expectation::remedies))
                .containsAll(plan.expectations().stream()
                        .map(Expectation::remedies)
                        .filter(each -> !each.isEmpty())
                        .toList());
    }

    @Test
    void whatAnotherPartyHandsOverHasNoUsualTime() {
        var awaited = plan.expecting(plan.expectations().stream()
                .map(each -> each.remediedBy(List.of()).testedBy(new Probe.HandedOver("them", "an inventory")))
                .toList());

        assertThat(UsualRemedies.added(awaited)).isEqualTo(awaited);
    }
}
