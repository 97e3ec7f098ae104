package muster.audit;

import static muster.audit.Given.NOW;
import static muster.audit.Given.evidence;
import static muster.audit.Given.script;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import muster.plan.AgentId;
import muster.plan.AssuranceLevel;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.ItemId;
import muster.plan.Plan;
import muster.plan.Severity;
import muster.plan.Waiver;
import org.junit.jupiter.api.Test;

class WaiversTest {
    private static final Duration LONG = Duration.ofDays(30);

    @Test
    void aWaivedP0CountsAsP1AndKeepsWhatTheRuleSays() {
        var report = judge(List.of(waiver("w", LONG, "a")), List.of(script("a")), missing("a"));

        var blocker = report.blockers().getFirst();
        assertThat(blocker.severity()).isEqualTo(Severity.P1);
        assertThat(blocker.byRule()).isEqualTo(Severity.P0);
        assertThat(report.assessments().getFirst().readiness()).isEqualTo(Readiness.MISSING);
        assertThat(report.waived())
                .singleElement()
                .satisfies(waived -> assertThat(waived.expectation()).isEqualTo(new ExpectationId("a")));
        assertThat(report.figures().waived()).isEqualTo(1);
    }

    @Test
    void withAWaiverTheDecisionIsAtBestGoWithConditions() {
        var lenient = new DecisionRules("00", figures -> List.of(new FiredRule("always", Verdict.GO, "always")));
        var plan = Given.plan(List.of(script("a"))).waiving(List.of(waiver("w", LONG, "a")));

        var report = new Auditor(plan, lenient).judge(List.of(missing("a")), Map.of(), NOW);

        assertThat(report.decision().verdict()).isEqualTo(Verdict.GO_WITH_CONDITIONS);
        assertThat(report.decision().reasons()).contains("waived: blockers accepted by a waiver: 1");
    }

    @Test
    void anExpiredWaiverCountsNothingAndIsFound() {
        var report = judge(List.of(waiver("w", Duration.ZERO, "a")), List.of(script("a")), missing("a"));

        assertThat(report.blockers().getFirst().severity()).isEqualTo(Severity.P0);
        assertThat(report.waived()).isEmpty();
        assertThat(codes(report)).contains("expired-waiver").doesNotContain("expiring-waiver");
    }

    @Test
    void aWaiverThatEndsWithinAWeekIsAnnounced() {
        var soon = judge(List.of(waiver("w", Duration.ofDays(7), "a")), List.of(script("a")), missing("a"));
        var later =
                judge(List.of(waiver("w", Duration.ofDays(7).plusSeconds(1), "a")), List.of(script("a")), missing("a"));

        assertThat(codes(soon)).contains("expiring-waiver");
        assertThat(codes(later)).doesNotContain("expiring-waiver");
    }

    @Test
    void aWaiverOfSomethingThatPassesIsStale() {
        var report = judge(List.of(waiver("w", LONG, "a")), List.of(script("a")), passed("a"));

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("stale-waiver");
            assertThat(finding.place()).isEqualTo("w");
            assertThat(finding.evidence()).containsExactly("E-a-script");
        });
    }

    @Test
    void aWaiverOfNothingIsUnused() {
        var report = judge(List.of(waiver("w", LONG, "old-*")), List.of(script("a")), passed("a"));

        assertThat(codes(report)).containsExactly("unused-waiver");
    }

    @Test
    void aStarCoversEveryIdThatBeginsSo() {
        var report = judge(
                List.of(waiver("w", LONG, "scripts-*")),
                List.of(script("scripts-a"), script("other")),
                missing("scripts-a"),
                missing("other"));

        assertThat(report.waived()).extracting(Waived::expectation).containsExactly(new ExpectationId("scripts-a"));
    }

    @Test
    void aConditionIsAskedAboutTheFiguresWithoutWaivers() {
        var waiver = conditional("openP0 <= 1");
        WaiverCondition conditions = (condition, figures) -> condition.equals("openP0 <= 1") && figures.openP0() <= 1;

        var holds = judge(conditions, waiver, List.of(script("a")), missing("a"));
        var not = judge(conditions, waiver, List.of(script("a"), script("b")), missing("a"), missing("b"));

        assertThat(holds.figures().openP0()).isZero();
        assertThat(not.figures().openP0()).isEqualTo(2);
        assertThat(codes(not)).contains("dormant-waiver");
    }

    @Test
    void whatNobodyTestedCannotBeWaived() {
        var report = judge(List.of(waiver("w", LONG, "a")), List.of(script("a")));

        assertThat(report.decision().verdict()).isEqualTo(Verdict.DEFER);
        assertThat(report.waived()).isEmpty();
    }

    @Test
    void aWaivedP0IsNotEscalated() {
        var plan = Given.plan(List.of(script("a"))).waiving(List.of(waiver("w", LONG, "a")));

        var escalated = new AuditInProgress(new Auditor(plan, Given.rules())).add(List.of(missing("a")), NOW);

        assertThat(escalated).isEmpty();
    }

    static Waiver waiver(String id, Duration left, String... covered) {
        return new Waiver(
                new ItemId(id),
                List.of(covered),
                "we write it later",
                new AgentId("ba"),
                new AgentId("ce"),
                NOW.plus(left),
                null,
                null);
    }

    private static Waiver conditional(String condition) {
        return new Waiver(
                new ItemId("w"),
                List.of("a"),
                "for now",
                new AgentId("ba"),
                new AgentId("ce"),
                NOW.plus(LONG),
                condition,
                null);
    }

    private static Evidence passed(String id) {
        return evidence(id, "script", ProbeResult.PASS, AssuranceLevel.PARSES);
    }

    private static Evidence missing(String id) {
        return evidence(id, "script", ProbeResult.FAIL, AssuranceLevel.CLAIMED);
    }

    private static List<String> codes(AuditReport report) {
        return report.findings().stream().map(AuditFinding::code).toList();
    }

    private static AuditReport judge(List<Waiver> waivers, List<Expectation> expectations, Evidence... evidence) {
        return new Auditor(plan(waivers, expectations), Given.rules()).judge(List.of(evidence), Map.of(), NOW);
    }

    private static AuditReport judge(
            WaiverCondition conditions, Waiver waiver, List<Expectation> expectations, Evidence... evidence) {
        var background = new Background(null, new TreeSet<>(), conditions, List.of());
        return new Auditor(plan(List.of(waiver), expectations), Given.rules(), background)
                .judge(List.of(evidence), Map.of(), NOW);
    }

    private static Plan plan(List<Waiver> waivers, List<Expectation> expectations) {
        return Given.plan(expectations).waiving(waivers);
    }
}
