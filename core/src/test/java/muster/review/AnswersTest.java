package muster.review;

import static muster.audit.Given.NOW;
import static muster.audit.Given.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import muster.audit.AuditReport;
import muster.audit.Auditor;
import muster.audit.Evidence;
import muster.audit.Given;
import muster.audit.ProbeResult;
import muster.plan.AssuranceLevel;
import muster.plan.Expectation;
import muster.plan.ItemId;
import muster.plan.Mode;
import muster.plan.Probe;
import muster.plan.Question;
import muster.plan.TaskId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnswersTest {
    private static final String START = "Can we execute M008 Phase 4C starting Dec 14 with ZERO delays?";
    private static final StartForecast ON_TIME =
            new StartForecast(NOW, StartForecast.Feasibility.ON_TIME, NOW, Duration.ZERO, List.of());
    private static final Expectation COV =
            Given.with(Given.script("cov"), null, List.of(Given.TARGET), Given.remedy("write-cov", 5, 0));
    private static final Expectation GCS = Given.expectation("gcs", new Probe.Remote("GCS", "gs://staging/"));

    static Stream<Arguments> seed() {
        return Stream.of(
                arguments(START, QuestionKind.START),
                arguments("Which scripts are missing and how long to create them?", QuestionKind.MISSING_SCRIPTS),
                arguments(
                        "Are there infrastructure blockers (quotas, permissions, etc.)?", QuestionKind.INFRASTRUCTURE),
                arguments("Are there dependency issues (missing packages, API access)?", QuestionKind.DEPENDENCIES),
                arguments("What is the risk level for Phase 4C execution (LOW/MEDIUM/HIGH)?", QuestionKind.RISK_LEVEL),
                arguments("If we start Dec 14, what are the likely execution blockers?", QuestionKind.LIKELY_BLOCKERS),
                arguments("Is a start on Dec 14 possible with zero delays?", QuestionKind.START),
                arguments(
                        "What scripts do we lack, and what time does writing them take?", QuestionKind.MISSING_SCRIPTS),
                arguments("Does the infrastructure block us?", QuestionKind.INFRASTRUCTURE),
                arguments("Do dependencies cause trouble (packages absent)?", QuestionKind.DEPENDENCIES),
                arguments("How high is the risk of executing (LOW/MEDIUM/HIGH)?", QuestionKind.RISK_LEVEL),
                arguments(
                        "Given a start on Dec 14, which blockers will we most likely meet?",
                        QuestionKind.LIKELY_BLOCKERS),
                arguments("Who pays for it?", QuestionKind.NEEDS_DECISION));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("seed")
    void aQuestionIsKnownByItsWords(String text, QuestionKind expected) {
        assertThat(QuestionKind.of(question(text))).isEqualTo(expected);
    }

    @Test
    void aStartThatTheScheduleDelaysIsDeniedWithTheEarliestOne() {
        var late = new StartForecast(
                NOW,
                StartForecast.Feasibility.DELAYED,
                NOW.plusSeconds(5400),
                Duration.ofMinutes(90),
                List.of(new TaskId("write-cov")));

        var answer = answer(START, late, passed("cov"));

        assertThat(answer.text()).isEqualTo("NO: the earliest start is 2025-12-14T07:30:00Z, a delay of 1 h 30 min");
        assertThat(answer.reasons().getLast()).contains("because of write-cov");
    }

    @Test
    void aStartToWhichNoWayIsKnownIsNeverPromised() {
        var unknown = new StartForecast(NOW, StartForecast.Feasibility.NOT_KNOWN, NOW, Duration.ZERO, List.of());

        assertThat(answer(START, unknown, passed("cov"), passed("gcs")).text())
                .isEqualTo("NOT KNOWN: no way to the start is known");
        assertThat(answer(START, unknown, missing("cov"), passed("gcs")).text()).isEqualTo("NO: 1 open P0 blocker");
    }

    @Test
    void aStartIsNotPromisedWhileSomethingRequiredIsUntested() {
        assertThat(answer(START, ON_TIME, passed("cov")).text())
                .isEqualTo("NOT KNOWN: 1 required expectation not tested");
    }

    @Test
    void aStartIsDeniedWithAnOpenP0() {
        assertThat(answer(START, ON_TIME, missing("cov"), passed("gcs")).text()).isEqualTo("NO: 1 open P0 blocker");
    }

    @Test
    void aStartIsPromisedWhenAllIsReady() {
        assertThat(answer(START, ON_TIME, passed("cov"), passed("gcs")).text()).isEqualTo("YES");
    }

    @Test
    void aMissingScriptIsNamedWithItsTimeAndEvidence() {
        var answer = answer("Which scripts are missing?", ON_TIME, missing("cov"));

        assertThat(answer.text()).isEqualTo("1 script missing");
        assertThat(answer.reasons()).containsExactly("the cov: do write-cov 5 h");
        assertThat(answer.evidence()).containsExactly("E-cov-script");
    }

    @Test
    void untestedInfrastructureIsNotANo() {
        assertThat(answer("Are there infrastructure blockers?", ON_TIME).text())
                .isEqualTo("NOT KNOWN (0 ready, 1 not tested)");
        assertThat(answer("Are there infrastructure blockers?", ON_TIME, passed("gcs"))
                        .text())
                .isEqualTo("NO (1 ready, 0 not tested)");
    }

    @Test
    void theRiskFollowsFromTheSeverities() {
        assertThat(answer("What is the risk level?", ON_TIME, missing("cov")).text())
                .isEqualTo("HIGH");
        assertThat(answer("What is the risk level?", ON_TIME, passed("cov")).text())
                .isEqualTo("MEDIUM at least: 1 required expectations are not tested");
        assertThat(answer("What is the risk level?", ON_TIME, passed("cov"), passed("gcs"))
                        .text())
                .isEqualTo("LOW");
    }

    @Test
    void aQuestionOfAnotherKindIsLeftToAPerson() {
        assertThat(answer("Who pays for it?", ON_TIME).text()).startsWith("Needs a decision");
    }

    private static Answer answer(String text, StartForecast start, Evidence... evidence) {
        var target = Given.phase(Given.TARGET, Mode.HYBRID, List.of());
        var plan = Given.plan(List.of(COV, GCS), List.of(target), List.of(), List.of(question(text)));
        AuditReport audit = new Auditor(plan, Given.rules()).judge(List.of(evidence), Map.of(), NOW);
        return Answers.to(plan, audit, start).getFirst();
    }

    private static Question question(String text) {
        return new Question(new ItemId("q1"), 1, text, null);
    }

    private static Evidence passed(String id) {
        return evidence(id, "script", ProbeResult.PASS, AssuranceLevel.PARSES);
    }

    private static Evidence missing(String id) {
        return evidence(id, "script", ProbeResult.FAIL, AssuranceLevel.CLAIMED);
    }
}
