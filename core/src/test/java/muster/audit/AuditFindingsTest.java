package muster.audit;

import static muster.audit.Given.NOW;
import static muster.audit.Given.TARGET;
import static muster.audit.Given.evidence;
import static muster.audit.Given.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.plan.AssuranceLevel;
import muster.plan.Claim;
import muster.plan.ClaimValue;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.HostProbe;
import muster.plan.ItemId;
import muster.plan.Matcher;
import muster.plan.Need;
import muster.plan.Origin;
import muster.plan.Probe;
import muster.plan.Probing;
import muster.plan.Severity;
import muster.plan.SeverityOverride;
import muster.plan.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuditFindingsTest {

    @Test
    void aTrackedScriptThatNobodyExpectsIsAnOrphan() {
        var files = new TreeSet<>(List.of("scripts/a.py", "scripts/b.py", "notes.txt", ".github/workflows/ci.yml"));

        var report = judge(files, List.of(script("a")), passed("a"));

        assertThat(report.findings())
                .extracting(AuditFinding::code, AuditFinding::place)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("orphan-file", "scripts/b.py"),
                        org.assertj.core.groups.Tuple.tuple("orphan-file", ".github/workflows/ci.yml"));
    }

    @Test
    void manyOrphansAreCountedByFolder() {
        var files = IntStream.range(0, 21)
                .mapToObj(i -> (i < 15 ? "src/" : "bin/") + i + ".sh")
                .collect(Collectors.toCollection(TreeSet::new));

        var report = judge(files, List.of(script("a")), passed("a"));

        assertThat(report.findings())
                .extracting(AuditFinding::message)
                .containsExactly("no expectation is about 15 files in src", "no expectation is about 6 files in bin");
    }

    @Test
    void whatIsWrongBesideThePlanIsAFindingAndNoBlocker() {
        var remark = new Finding("row-sum", Weight.REMARK, "adds up", "b.py:2");
        var machine = new Finding("package-not-installed", Weight.DEFECT, "not here", "b.py:1");
        var beside = evidence(
                "beside:b.py",
                "script",
                ProbeResult.FAIL,
                AssuranceLevel.PARSES,
                Map.of(),
                Given.defect("wrong"),
                remark,
                machine);

        var report = judge(new TreeSet<>(), List.of(script("a")), passed("a"), beside);

        assertThat(report.blockers()).isEmpty();
        assertThat(report.findings())
                .extracting(AuditFinding::severity, AuditFinding::code)
                .containsExactlyInAnyOrder(
                        tuple(Severity.P2, "defect"), tuple(Severity.P3, "row-sum"), tuple(Severity.P3, "orphan-file"));
        assertThat(report.beside().evidence()).containsExactly(beside);
    }

    @Test
    void aFileThatADocumentCallsTestedAndNoCommitHasIsFound() {
        var git = evidence("a", "git", ProbeResult.INCONCLUSIVE, AssuranceLevel.CLAIMED, Map.of("tracked", "no"));
        var seen = List.of(passed("a"), git);

        assertThat(judged(seen, status("tested")).findings())
                .singleElement()
                .extracting(AuditFinding::code, AuditFinding::severity, AuditFinding::message)
                .containsExactly("untracked", Severity.P2, "a is in no commit, though STATUS.md:3 calls it tested");
        assertThat(judged(seen, status("planned")).findings()).isEmpty();
        assertThat(judged(List.of(passed("a")), status("tested")).findings()).isEmpty();
    }

    private static AuditReport judged(List<Evidence> evidence, Claim claim) {
        var stated = new ReconciledClaim(claim, ClaimVerdict.UNVERIFIABLE, null, "", List.of());
        return new Auditor(Given.plan(List.of(script("a"))), Given.rules())
                .judge(new Seen(evidence, Map.of(), List.of(stated)), NOW);
    }

    private static Claim status(String word) {
        return new Claim(
                new ItemId("c1"), "a", new ClaimValue.Status(word), Origin.STATED, word, new Source("STATUS.md", 3));
    }

    @Test
    void whatNobodyTestsIsFound() {
        var report = judge(
                new TreeSet<>(),
                List.of(script("a"), script("b")),
                evidence("a", "script", ProbeResult.NOT_RUN, AssuranceLevel.CLAIMED),
                passed("b"));

        assertThat(report.findings())
                .extracting(AuditFinding::code, AuditFinding::place)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("untested-expectation", "a"));
    }

    static Stream<Probe> vacuous() {
        return Stream.of(
                new Probe.Capability(List.of(), null),
                new HostProbe.RunningProcess("x", new Matcher.AtLeast(BigDecimal.ZERO)),
                new HostProbe.DiskSpace("/", new Matcher.All(List.of())),
                new muster.plan.DataProbe.Query("d", "select 1", new Matcher.Matches(".*")),
                new muster.plan.CloudProbe.Permission("s", "r", List.of()));
    }

    @ParameterizedTest
    @MethodSource("vacuous")
    void aCheckThatAssertsNothingIsNeverReady(Probe probe) {
        var report = judge(new TreeSet<>(), List.of(Given.expectation("a", probe)), passed("a"));

        assertThat(report.assessments().getFirst().readiness()).isEqualTo(Readiness.UNKNOWN);
        assertThat(report.findings()).extracting(AuditFinding::code).containsExactly("asserts-nothing");
        assertThat(report.decision().verdict()).isEqualTo(Verdict.DEFER);
    }

    @Test
    void aCheckThatCanFailAssertsSomething() {
        var probe = new HostProbe.RunningProcess("x", new Matcher.AtLeast(BigDecimal.ONE));

        var report = judge(new TreeSet<>(), List.of(Given.expectation("a", probe)), passed("a"));

        assertThat(report.findings()).isEmpty();
    }

    @Test
    void aSeverityThatAPersonSetCountsAndALoweredP0IsFound() {
        var lowered = overridden(script("a"), new SeverityOverride(Severity.P2, "rehearsal only"));

        var report = judge(new TreeSet<>(), List.of(lowered), missing("a"));

        assertThat(report.blockers().getFirst().severity()).isEqualTo(Severity.P2);
        assertThat(report.blockers().getFirst().byRule()).isEqualTo(Severity.P0);
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("lowered-p0");
            assertThat(finding.message()).contains("rehearsal only");
        });
    }

    @Test
    void aP0OfOneKindOfProbeIsThin() {
        var report = judge(new TreeSet<>(), List.of(script("a")), missing("a"));

        assertThat(report.findings()).extracting(AuditFinding::code).containsExactly("thin-p0");
        assertThat(report.figures().findingsP2()).isEqualTo(1);
    }

    @Test
    void anAuditThatDidNotGetToEverythingIsDeferred() {
        var optional = Given.optional(script("b"));

        var report = judge(new TreeSet<>(), List.of(script("a"), optional), passed("a"));

        assertThat(report.extent().isWhole()).isFalse();
        assertThat(report.decision().verdict()).isEqualTo(Verdict.DEFER);
        assertThat(report.decision().wouldMakeItGo()).containsExactly(new ExpectationId("b"));
    }

    static Expectation overridden(Expectation from, SeverityOverride override) {
        return new Expectation(
                from.id(),
                from.title(),
                from.group(),
                Need.REQUIRED,
                from.level(),
                from.probe(),
                null,
                List.of(TARGET),
                List.of(),
                null,
                null,
                override,
                Probing.ONCE,
                null);
    }

    private static Evidence passed(String id) {
        return evidence(id, "script", ProbeResult.PASS, AssuranceLevel.PARSES);
    }

    private static Evidence missing(String id) {
        return evidence(id, "script", ProbeResult.FAIL, AssuranceLevel.CLAIMED);
    }

    private static AuditReport judge(SortedSet<String> files, List<Expectation> expectations, Evidence... evidence) {
        return new Auditor(
                        Given.plan(expectations),
                        Given.rules(),
                        new Background(null, files, (_, _) -> false, List.of()))
                .judge(List.of(evidence), Map.of(), NOW);
    }
}
