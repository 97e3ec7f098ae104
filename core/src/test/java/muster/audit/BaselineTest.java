package muster.audit;

import static muster.audit.Given.NOW;
import static muster.audit.Given.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import muster.audit.Change.Trend;
import muster.plan.AssuranceLevel;
import muster.plan.DataProbe;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.Probe;
import muster.plan.Severity;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private static final InputDigest ONE = new InputDigest("scripts/a.py", "1");
    private static final InputDigest OTHER = new InputDigest("scripts/a.py", "2");

    @Test
    void theTrendOfEveryExpectationIsTold() {
        var ids = List.of("fixed", "broken", "same", "worse", "better", "fresh");
        var before = judge(
                ids.subList(0, 5),
                null,
                failed("fixed", AssuranceLevel.CLAIMED),
                passed("broken"),
                passed("same"),
                failed("worse", AssuranceLevel.EXISTS),
                failed("better", AssuranceLevel.CLAIMED));

        var now = judge(
                ids,
                EarlierAudit.of(before),
                passed("fixed"),
                failed("broken", AssuranceLevel.CLAIMED),
                passed("same"),
                failed("worse", AssuranceLevel.CLAIMED),
                failed("better", AssuranceLevel.EXISTS),
                passed("fresh"));

        assertThat(now.changes())
                .extracting(Change::trend)
                .containsExactly(Trend.FIXED, Trend.NEW, Trend.UNCHANGED, Trend.WORSE, Trend.BETTER, Trend.NEW);
        assertThat(now.changes().getLast().before()).isNull();
    }

    @Test
    void withoutABaselineThereAreNoChanges() {
        assertThat(judge(List.of("a"), null, passed("a")).changes()).isEmpty();
    }

    @Test
    void anotherJudgementOfTheSameInputsIsAReversal() {
        var before = judge(List.of("a"), null, from(passed("a"), ONE));

        var now = judge(List.of("a"), EarlierAudit.of(before), from(failed("a", AssuranceLevel.CLAIMED), ONE));

        assertThat(reversals(now)).anySatisfy(finding -> {
            assertThat(finding.place()).isEqualTo("a");
            assertThat(finding.severity()).isEqualTo(Severity.P1);
            assertThat(finding.evidence()).contains("E-a-script");
        });
        assertThat(reversals(now)).extracting(AuditFinding::place).contains("decision");
    }

    @Test
    void whatFollowsFromAChangedInputIsNoReversal() {
        var before = judge(List.of("a"), null, from(passed("a"), ONE));

        var now = judge(List.of("a"), EarlierAudit.of(before), from(failed("a", AssuranceLevel.CLAIMED), OTHER));

        assertThat(reversals(now)).isEmpty();
    }

    @Test
    void whatGotBetterWithoutInputsWasFixed() {
        var before = judge(List.of("a"), null, failed("a", AssuranceLevel.CLAIMED));

        var now = judge(List.of("a"), EarlierAudit.of(before), passed("a"));

        assertThat(reversals(now)).isEmpty();
    }

    @Test
    void aBlockerThatCountsOtherwiseExplainsAnotherDecision() {
        var before = EarlierAudit.of(judge(List.of("a"), null, failed("a", AssuranceLevel.CLAIMED)));
        var waived = new EarlierAudit(
                before.at(),
                Verdict.GO_WITH_CONDITIONS,
                before.expectations().stream()
                        .map(each -> new EarlierAudit.Before(
                                each.expectation(), each.readiness(), each.reached(), Severity.P2, each.evidence()))
                        .toList());
        var unexplained = new EarlierAudit(before.at(), Verdict.GO_WITH_CONDITIONS, before.expectations());

        assertThat(reversals(judge(List.of("a"), waived, failed("a", AssuranceLevel.CLAIMED))))
                .isEmpty();
        assertThat(reversals(judge(List.of("a"), unexplained, failed("a", AssuranceLevel.CLAIMED))))
                .extracting(AuditFinding::place)
                .containsExactly("decision");
    }

    @Test
    void aSmallerCountNamesTheEarlierEvidence() {
        var before = judgeTables(null, "5,817");

        var now = judgeTables(EarlierAudit.of(before), "52");

        assertThat(reversals(now))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("rests on 52 tables", "earlier evidence counted 5817 (E-tables-5817)"));
        assertThat(now.findings())
                .filteredOn(finding -> finding.code().equals("not-conserved"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence()).containsExactly("E-tables-5817", "E-tables-52"));
    }

    @Test
    void aCountThatRecordedDropsExplainIsConserved() {
        var before = judgeTables(null, "100");
        var stated = Given.expectation("kept", new DataProbe.Conserved("warehouse", 100, 12, 2));

        var now = judgeTables(EarlierAudit.of(before), "90", stated);

        assertThat(now.findings()).extracting(AuditFinding::code).doesNotContain("not-conserved");
    }

    private static AuditReport judgeTables(EarlierAudit baseline, String tables, Expectation... more) {
        var listing = Given.expectation("tables", new Probe.Listing("warehouse", 5817));
        var plain = tables.replace(",", "");
        var seen = evidence("tables", "listing", ProbeResult.FAIL, AssuranceLevel.EXISTS);
        return judge(
                Stream.concat(Stream.of(listing), Stream.of(more)).toList(),
                baseline,
                List.of(counted(seen, "E-tables-" + plain, tables)));
    }

    private static Evidence counted(Evidence from, String id, String tables) {
        return new Evidence(
                id,
                from.expectation(),
                from.kind(),
                List.of("warehouse"),
                from.result(),
                from.reached(),
                from.summary(),
                from.findings(),
                new TreeMap<>(Map.of("tables", tables)),
                "",
                List.of(),
                from.host(),
                from.at(),
                from.took(),
                from.expires(),
                "00");
    }

    private static Evidence passed(String id) {
        return evidence(id, "script", ProbeResult.PASS, AssuranceLevel.PARSES);
    }

    private static Evidence failed(String id, AssuranceLevel reached) {
        return evidence(id, "script", ProbeResult.FAIL, reached);
    }

    private static Evidence from(Evidence seen, InputDigest input) {
        return new Evidence(
                seen.id(),
                new ExpectationId("a"),
                seen.kind(),
                seen.subject(),
                seen.result(),
                seen.reached(),
                seen.summary(),
                seen.findings(),
                seen.attributes(),
                "",
                List.of(input),
                seen.host(),
                seen.at(),
                seen.took(),
                seen.expires(),
                "00");
    }

    private static List<AuditFinding> reversals(AuditReport report) {
        return report.findings().stream()
                .filter(finding -> finding.code().equals("reversal"))
                .toList();
    }

    private static AuditReport judge(List<String> scripts, EarlierAudit baseline, Evidence... evidence) {
        return judge(scripts.stream().map(Given::script).toList(), baseline, Arrays.asList(evidence));
    }

    private static AuditReport judge(List<Expectation> expectations, EarlierAudit baseline, List<Evidence> evidence) {
        var background = new Background(baseline, new TreeSet<>(), (_, _) -> false, List.of());
        return new Auditor(Given.plan(expectations), Given.rules(), background).judge(evidence, Map.of(), NOW);
    }
}
