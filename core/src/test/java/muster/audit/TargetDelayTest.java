package muster.audit;

import static muster.audit.Given.TARGET;
import static muster.audit.Given.phase;
import static muster.audit.Given.remedy;
import static muster.audit.Given.script;
import static muster.audit.Given.task;
import static muster.audit.Given.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import muster.plan.AssuranceLevel;
import muster.plan.Expectation;
import muster.plan.Mode;
import muster.plan.Money;
import muster.plan.Phase;
import muster.plan.PhaseId;
import org.junit.jupiter.api.Test;

class TargetDelayTest {
    private static final PhaseId EARLIER = new PhaseId("earlier");

    @Test
    void whatTheTargetItselfNeedsDelaysItByTheWholeRemedy() {
        assertThat(delay(takes(6, List.of(TARGET)), phase(TARGET, Mode.HYBRID, List.of())))
                .isEqualTo(Duration.ofHours(6));
    }

    @Test
    void whileAnEarlierPhaseGoesOnTheRemedyCostsNoTime() {
        var earlier = phase(EARLIER, Mode.HYBRID, List.of(), task("t", 10, List.of()));
        var target = phase(TARGET, Mode.HYBRID, List.of(EARLIER));

        assertThat(delay(takes(6, List.of(TARGET)), earlier, target)).isEqualTo(Duration.ZERO);
        assertThat(delay(takes(12, List.of(TARGET)), earlier, target)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void whatAnEarlierPhaseNeedsMovesAllAfterIt() {
        var earlier = phase(EARLIER, Mode.HYBRID, List.of(), task("t", 10, List.of()));
        var target = phase(TARGET, Mode.HYBRID, List.of(EARLIER), task("u", 1, List.of()));

        assertThat(delay(takes(6, List.of(EARLIER)), earlier, target)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void ifTasksWaitForItTheyAloneDo() {
        var target =
                phase(TARGET, Mode.PARALLEL, List.of(), task("long", 10, List.of()), task("short", 1, List.of(), "a"));

        assertThat(delay(takes(6, List.of(TARGET)), target)).isEqualTo(Duration.ZERO);
        assertThat(delay(takes(12, List.of(TARGET)), target)).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void theReportAddsUpWhatAllBlockersTake() {
        var one = with(script("a"), null, List.of(TARGET), remedy("a", 6, 10));
        var other = with(script("b"), null, List.of(TARGET), remedy("b", 4, 5));
        var third = script("c");
        var plan = Given.plan(List.of(one, other, third));

        var report = new Auditor(plan, Given.rules())
                .judge(List.of(missing("a"), missing("b"), missing("c")), Map.of(), Given.NOW);

        var burden = report.burden();
        assertThat(burden.work()).isEqualTo(Duration.ofHours(10));
        assertThat(burden.onCriticalPath()).isEqualTo(Duration.ofHours(6));
        assertThat(burden.cost()).containsExactly(new Money(new java.math.BigDecimal(15), "USD"));
        assertThat(burden.unknown()).isEqualTo(1);
        assertThat(report.figures().blockerMinutes()).isEqualTo(600);
        assertThat(report.figures().blockerUsd()).isEqualTo(15);
        assertThat(report.blockers())
                .extracting(Blocker::onCriticalPath)
                .containsExactly(Duration.ofHours(6), Duration.ofHours(4), null);
    }

    private static Evidence missing(String id) {
        return Given.evidence(id, "script", ProbeResult.FAIL, AssuranceLevel.CLAIMED);
    }

    private static Expectation takes(int hours, List<PhaseId> phases) {
        return with(script("a"), null, phases, remedy("write", hours, 0));
    }

    private static Duration delay(Expectation expectation, Phase... phases) {
        var plan = Given.plan(List.of(expectation), List.of(phases), List.of(), List.of());
        return new TargetDelay(plan).by(List.of(expectation));
    }
}
