package muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import muster.audit.Assessment;
import muster.audit.AuditFinding;
import muster.audit.AuditReport;
import muster.audit.Evidence;
import muster.audit.Finding;
import muster.audit.ProbeResult;
import muster.audit.ReconciledClaim;
import muster.audit.Weight;
import muster.plan.AssuranceLevel;
import muster.plan.Claim;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.ItemId;
import muster.plan.Origin;
import muster.plan.Probe;
import muster.plan.Question;
import muster.plan.Severity;
import muster.plan.Source;
import muster.review.Answer;
import muster.review.QuestionKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Secrets of twelve kinds, planted wherever a text comes from outside.
class SecretsTest {
    /// The secret, and how it is met in texts. Put together here, so that no scanner takes this file for a leak.
    private static final Map<String, String> SECRETS = Map.ofEntries(
            Map.entry("hunter2-correct-horse", "password=%s"),
            Map.entry("AKIA" + "IOSFODNN7EXAMPLE", "%s"),
            Map.entry("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "aws_secret_access_key = %s"),
            Map.entry("ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789", "%s"),
            Map.entry("xoxb-" + "1234567890-abcdefghij", "%s"),
            Map.entry("AIza" + "SyA1234567890abcdefghijklmnopqrstuv", "%s"),
            Map.entry("ya29." + "a0AfH6SMBxyzxyzxyz", "%s"),
            Map.entry("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N", "%s"),
            Map.entry("s3cr3tUserPart", "postgres://app:%s@db/x"),
            Map.entry("YWxhZGRpbjpvcGVuc2VzYW1l", "Authorization: Basic %s"),
            Map.entry("MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn", "-----BEGIN " + "PRIVATE KEY-----%s-----END PRIVATE KEY-----"),
            Map.entry("sk_" + "live_4eC39HqLyjWDarjtT1zdp7dc", "%s"));

    @ParameterizedTest
    @EnumSource
    void noFormatShowsASecretWhereverItCameFrom(Format format) {
        var text = SmallAudit.text(format, ReportView.of(planted()));

        assertThat(SECRETS.keySet()).noneMatch(text::contains);
        assertThat(SECRETS.keySet()).noneMatch(text.replaceAll("\\s+", "")::contains);
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "HTML", "JUNIT"})
    void whatStandsAroundASecretIsKept(Format format) {
        assertThat(SmallAudit.text(format, ReportView.of(planted()))).contains("[redacted]", "reads the notes");
    }

    private static ReportInput planted() {
        var input = SmallAudit.input("reads the notes");
        var audit = input.audit();
        var first = audit.assessments().getFirst();
        var texts = SECRETS.entrySet().stream()
                .map(each -> String.format(each.getValue(), each.getKey()))
                .toList();
        var assessments = new ArrayList<>(audit.assessments());
        texts.forEach(text -> assessments.add(assessment(first.expectation(), text)));
        var claims = texts.stream().map(SecretsTest::claim).toList();
        return new ReportInput(
                input.plan(),
                new AuditReport(
                        audit.plan(),
                        audit.at(),
                        assessments,
                        claims,
                        audit.contradictions(),
                        audit.blockers(),
                        audit.figures(),
                        audit.decision(),
                        texts.stream().map(SecretsTest::finding).toList(),
                        List.of(),
                        List.of(),
                        audit.extent(),
                        audit.burden(),
                        audit.beside()),
                texts.stream().map(SecretsTest::answer).toList(),
                new ReportInput.Subject("work/" + texts.getFirst(), texts.getLast(), "0.1.0"),
                texts.stream()
                        .map(text -> new Component(
                                "pip",
                                text,
                                text,
                                text,
                                text,
                                text,
                                List.of(new Component.Known(text, List.of(text), text, text, text))))
                        .toList());
    }

    private static Assessment assessment(Expectation like, String text) {
        var expectation = new Expectation(
                new ExpectationId("x" + Integer.toHexString(text.hashCode())),
                "reads " + text,
                text,
                like.need(),
                like.level(),
                new Probe.FileThere("notes/" + text),
                text,
                like.phases(),
                List.of(),
                text,
                text,
                new Source("docs/" + text, 3));
        var evidence = evidence(expectation.id(), text);
        return new Assessment(
                expectation,
                muster.audit.Readiness.PARTIAL,
                AssuranceLevel.EXISTS,
                text,
                List.of(evidence),
                Stream.of(text).toList());
    }

    private static Evidence evidence(ExpectationId id, String text) {
        return new Evidence(
                "E-" + id,
                id,
                "file",
                List.of("cat", text),
                ProbeResult.FAIL,
                AssuranceLevel.EXISTS,
                "it says " + text,
                List.of(new Finding("odd", Weight.REMARK, text, text)),
                new TreeMap<>(Map.of("note", text)),
                "first line\n" + text + "\nlast line",
                List.of(new muster.audit.InputDigest(text, "00")),
                "host",
                SmallAudit.NOW,
                Duration.ofMillis(1),
                SmallAudit.NOW.plusSeconds(60),
                "00");
    }

    private static ReconciledClaim claim(String text) {
        var claim = new Claim(
                new ItemId("c" + Integer.toHexString(text.hashCode())),
                text,
                java.math.BigDecimal.ONE,
                "x",
                Origin.STATED,
                new Source(text, 1));
        return new ReconciledClaim(claim, muster.audit.ClaimVerdict.WRONG, null, text, List.of());
    }

    private static AuditFinding finding(String text) {
        return new AuditFinding("orphan", Severity.P2, text, text, List.of());
    }

    private static Answer answer(String text) {
        return new Answer(
                new Question(new ItemId("q-1"), 1, text, null),
                QuestionKind.NEEDS_DECISION,
                text,
                List.of(text),
                List.of());
    }
}
