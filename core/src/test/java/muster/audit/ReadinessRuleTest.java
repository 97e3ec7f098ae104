package muster.audit;

import static muster.audit.Given.NOW;
import static muster.audit.Given.defect;
import static muster.audit.Given.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import muster.plan.AssuranceLevel;
import muster.plan.Expectation;
import muster.plan.Probe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReadinessRuleTest {
    private static final Expectation PARSES = Given.script("a");

    static Stream<Arguments> table() {
        return Stream.of(
                arguments("no evidence", List.of(), Readiness.UNKNOWN),
                arguments("reached", List.of(script(ProbeResult.PASS, AssuranceLevel.PARSES)), Readiness.READY),
                arguments("further", List.of(script(ProbeResult.PASS, AssuranceLevel.DRY_RUNS)), Readiness.READY),
                arguments("not so far", List.of(script(ProbeResult.PASS, AssuranceLevel.EXISTS)), Readiness.PARTIAL),
                arguments("failed", List.of(script(ProbeResult.FAIL, AssuranceLevel.EXISTS)), Readiness.PARTIAL),
                arguments("not there", List.of(script(ProbeResult.FAIL, AssuranceLevel.CLAIMED)), Readiness.MISSING),
                arguments("a word", List.of(script(ProbeResult.PASS, AssuranceLevel.CLAIMED)), Readiness.UNKNOWN),
                arguments("not run", List.of(script(ProbeResult.NOT_RUN, AssuranceLevel.EXISTS)), Readiness.UNKNOWN),
                arguments("broke", List.of(script(ProbeResult.ERROR, AssuranceLevel.PARSES)), Readiness.UNKNOWN),
                arguments(
                        "proves neither",
                        List.of(script(ProbeResult.INCONCLUSIVE, AssuranceLevel.PARSES)),
                        Readiness.UNKNOWN),
                arguments(
                        "failed with a defect",
                        List.of(script(ProbeResult.FAIL, AssuranceLevel.EXISTS, defect("bad"))),
                        Readiness.BLOCKED),
                arguments(
                        "failed with a defect beyond the level",
                        List.of(script(ProbeResult.FAIL, AssuranceLevel.ANSWERS_HELP, defect("bad"))),
                        Readiness.BLOCKED),
                arguments(
                        "not so far, for a defect",
                        List.of(script(ProbeResult.PASS, AssuranceLevel.EXISTS, defect("bad"))),
                        Readiness.BLOCKED),
                arguments(
                        "reached in spite of a defect",
                        List.of(script(ProbeResult.PASS, AssuranceLevel.PARSES, defect("bad"))),
                        Readiness.READY),
                arguments(
                        "there, and the probe that goes further was not run",
                        List.of(
                                script(ProbeResult.NOT_RUN, AssuranceLevel.EXISTS),
                                evidence("a", "git", ProbeResult.PASS, AssuranceLevel.EXISTS)),
                        Readiness.UNKNOWN),
                arguments(
                        "not so far, and git says nothing",
                        List.of(
                                script(ProbeResult.PASS, AssuranceLevel.EXISTS),
                                evidence("a", "git", ProbeResult.INCONCLUSIVE, AssuranceLevel.CLAIMED)),
                        Readiness.PARTIAL),
                arguments(
                        "of another expectation",
                        List.of(evidence("b", "script", ProbeResult.PASS, AssuranceLevel.PARSES)),
                        Readiness.UNKNOWN));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("table")
    void evidenceIsReadAsTheTableSays(String name, List<Evidence> evidence, Readiness expected) {
        assertThat(ReadinessRule.judge(PARSES, evidence, NOW).readiness())
                .as(name)
                .isEqualTo(expected);
    }

    @Test
    void whatWaitsForSomebodyIsBlockedNotMissing() {
        var awaited = Given.expectation("a", new Probe.HandedOver("EA", "inventory"));

        var assessment = ReadinessRule.judge(
                awaited, List.of(evidence("a", "hand-over", ProbeResult.FAIL, AssuranceLevel.CLAIMED)), NOW);

        assertThat(assessment.readiness()).isEqualTo(Readiness.BLOCKED);
    }

    @Test
    void expiredEvidenceProvesNothing() {
        var evidence = script(ProbeResult.PASS, AssuranceLevel.PARSES);

        var before = ReadinessRule.judge(
                PARSES, List.of(evidence), evidence.expires().minusNanos(1));
        var after = ReadinessRule.judge(PARSES, List.of(evidence), evidence.expires());

        assertThat(before.readiness()).isEqualTo(Readiness.READY);
        assertThat(after.readiness()).isEqualTo(Readiness.UNKNOWN);
        assertThat(after.reason()).startsWith("STALE");
    }

    @Test
    void theNewestOfOneKindCounts() {
        var older = script(ProbeResult.PASS, AssuranceLevel.PARSES);
        var newer = at(script(ProbeResult.FAIL, AssuranceLevel.EXISTS), Duration.ofMinutes(1));

        assertThat(ReadinessRule.judge(PARSES, List.of(newer, older), NOW).readiness())
                .isEqualTo(Readiness.PARTIAL);
    }

    @Test
    void findingsThatAreNotTheReasonAreRemarks() {
        var assessment = ReadinessRule.judge(
                PARSES,
                List.of(
                        script(ProbeResult.FAIL, AssuranceLevel.EXISTS, defect("first"), defect("second")),
                        evidence("a", "git", ProbeResult.NOT_RUN, AssuranceLevel.CLAIMED)),
                NOW);

        assertThat(assessment.reason()).isEqualTo("first (scripts/a.py:1)");
        assertThat(assessment.remarks()).containsExactly("second (scripts/a.py:1)", "NOT-RUN git: git said NOT_RUN");
    }

    private static Evidence script(ProbeResult result, AssuranceLevel reached, Finding... findings) {
        return evidence("a", "script", result, reached, Map.of(), findings);
    }

    private static Evidence at(Evidence from, Duration later) {
        return new Evidence(
                from.id(),
                from.expectation(),
                from.kind(),
                from.subject(),
                from.result(),
                from.reached(),
                from.summary(),
                from.findings(),
                from.attributes(),
                from.output(),
                from.inputs(),
                from.host(),
                from.at().plus(later),
                from.took(),
                from.expires(),
                from.sha256());
    }
}
