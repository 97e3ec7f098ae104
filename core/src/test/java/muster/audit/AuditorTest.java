package muster.audit;

import static muster.audit.Given.NOW;
import static muster.audit.Given.TARGET;
import static muster.audit.Given.evidence;
import static muster.audit.Given.remedy;
import static muster.audit.Given.script;
import static muster.audit.Given.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import muster.facts.Truth;
import muster.plan.AssuranceLevel;
import muster.plan.Estimate;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.FactId;
import muster.plan.Need;
import muster.plan.Probe;
import muster.plan.Severity;
import org.junit.jupiter.api.Test;

class AuditorTest {

    @Test
    void aPlanWhoseExpectationsAreAllMetMayGo() {
        var report = judge(List.of(script("a")), passed("a"));

        assertThat(report.decision().verdict()).isEqualTo(Verdict.GO);
        assertThat(report.blockers()).isEmpty();
        assertThat(report.decision().wouldMakeItGo()).isEmpty();
    }

    @Test
    void theDecisionNamesWhatHasToBeResolvedAndWhatHasToBeTested() {
        var report = judge(
                List.of(script("a"), script("b"), script("c"), with(script("d"), "by hand", List.of(TARGET))),
                missing("a"),
                passed("b"),
                evidence("c", "script", ProbeResult.NOT_RUN, AssuranceLevel.CLAIMED),
                missing("d"));

        assertThat(report.decision().verdict()).isEqualTo(Verdict.NO_GO);
        assertThat(report.decision().wouldMakeItGo()).containsExactly(new ExpectationId("a"), new ExpectationId("c"));
        assertThat(report.blockers()).extracting(Blocker::severity).containsExactly(Severity.P0, Severity.P1);
    }

    @Test
    void aBlockerTakesItsDelayFromTheCheapestRemedy() {
        var expectation = with(
                script("a"),
                null,
                List.of(TARGET),
                remedy("quick", 1, 50),
                remedy("cheap", 6, 0),
                remedy("slow", 9, 0));

        var blocker = judge(List.of(expectation), missing("a")).blockers().getFirst();

        assertThat(blocker.delay()).isEqualTo(Estimate.exactly(Duration.ofHours(6)));
        assertThat(blocker.mitigation()).isEqualTo("do cheap; or do quick; or do slow");
        assertThat(blocker.action()).isEqualTo("do cheap");
    }

    @Test
    void withoutARemedyTheDelayIsNotKnown() {
        assertThat(judge(List.of(script("a")), missing("a"))
                        .blockers()
                        .getFirst()
                        .delay())
                .isNull();
    }

    @Test
    void whatAnotherPartyOwesIsAskedFor() {
        var awaited = Given.expectation("a", new Probe.HandedOver("EA", "the inventory"));

        var report = judge(List.of(awaited), evidence("a", "hand-over", ProbeResult.FAIL, AssuranceLevel.CLAIMED));

        assertThat(report.blockers().getFirst().action()).isEqualTo("Ask EA for the inventory");
    }

    @Test
    void aP0ThatRestsOnOneKindOfProbeIsRemarked() {
        var one = judge(List.of(script("a")), missing("a"));
        var two = judge(
                List.of(script("a")), missing("a"), evidence("a", "listing", ProbeResult.FAIL, AssuranceLevel.CLAIMED));

        assertThat(one.assessments().getFirst().remarks())
                .containsExactly("this P0 rests on one kind of probe: script");
        assertThat(one.figures().thinP0()).isEqualTo(1);
        assertThat(two.assessments().getFirst().remarks()).isEmpty();
        assertThat(two.figures().thinP0()).isZero();
    }

    @Test
    void assessmentsBecomeFactsThatExpireWithTheirEvidence() {
        var report = judge(List.of(script("a"), script("b"), script("c")), passed("a"), missing("b"));
        var facts = report.facts();

        assertThat(facts.truthOf(new FactId("ready:a"), NOW)).isEqualTo(Truth.TRUE);
        assertThat(facts.truthOf(new FactId("ready:a"), NOW.plusSeconds(3600))).isEqualTo(Truth.UNKNOWN);
        assertThat(facts.truthOf(new FactId("ready:b"), NOW)).isEqualTo(Truth.FALSE);
        assertThat(facts.truthOf(new FactId("ready:c"), NOW)).isEqualTo(Truth.UNKNOWN);
        assertThat(facts.facts().get(new FactId("ready:a")).evidence()).containsExactly("E-a-script");
    }

    @Test
    void aStatusThatTheDocumentClaimsIsRefuted() {
        var claimed = new Expectation(
                new ExpectationId("a"),
                "a",
                "Scripts",
                Need.REQUIRED,
                AssuranceLevel.EXISTS,
                new Probe.FileThere("a"),
                "EXISTS, verify",
                List.of(),
                List.of(),
                null,
                null,
                null);

        assertThat(judge(List.of(claimed), missing("a"))
                        .assessments()
                        .getFirst()
                        .remarks())
                .containsExactly("the document says 'EXISTS, verify', which is wrong");
    }

    private static Evidence passed(String id) {
        return evidence(id, "script", ProbeResult.PASS, AssuranceLevel.PARSES);
    }

    private static Evidence missing(String id) {
        return evidence(id, "script", ProbeResult.FAIL, AssuranceLevel.CLAIMED);
    }

    private static AuditReport judge(List<Expectation> expectations, Evidence... evidence) {
        return new Auditor(Given.plan(expectations), Given.rules()).judge(List.of(evidence), Map.of(), NOW);
    }
}
