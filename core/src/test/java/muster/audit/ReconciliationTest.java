package muster.audit;

import static muster.audit.Given.NOW;
import static muster.audit.Given.claim;
import static muster.audit.Given.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import muster.plan.AssuranceLevel;
import muster.plan.Claim;
import muster.plan.Expectation;
import muster.plan.ItemId;
import muster.plan.Mode;
import muster.plan.Origin;
import muster.plan.Probe;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private static final List<Claim> PARTS = List.of(
            claim("cov", "COV tables to rename", "1596", "tables", 113),
            claim("lag", "LAG tables", "224", "tables", 114),
            claim("var", "VAR tables", "7", "tables", 115),
            claim("primary", "primary violations", "364", "tables", 116));

    @Test
    void aClaimIsRightOnlyIfWhatWasCountedIsTheSame() {
        var report = judge(
                List.of(),
                PARTS,
                Map.of(new ItemId("cov"), new BigDecimal("1596.0"), new ItemId("lag"), new BigDecimal(223)));

        assertThat(report.claims())
                .extracting(ReconciledClaim::verdict)
                .containsExactly(
                        ClaimVerdict.RIGHT, ClaimVerdict.WRONG, ClaimVerdict.UNVERIFIABLE, ClaimVerdict.UNVERIFIABLE);
    }

    @Test
    void aTotalThatItsPartsDoNotAddUpToIsWrong() {
        var claims = with(claim("total", "tables to remediate in total", "1968", "tables", 117));

        var report = judge(List.of(), claims, Map.of());

        assertThat(report.claims().getLast().verdict()).isEqualTo(ClaimVerdict.WRONG);
        assertThat(report.claims().getLast().observed()).isEqualTo("2191");
        assertThat(report.contradictions())
                .singleElement()
                .satisfies(contradiction -> assertThat(contradiction.text())
                        .isEqualTo("tables to remediate in total: stated 1968 tables,"
                                + " but the parts give 1596 + 224 + 7 + 364 = 2191"));
    }

    @Test
    void aTotalThatAddsUpIsStillNotCounted() {
        var report = judge(List.of(), with(claim("total", "tables in total", "2191", "tables", 117)), Map.of());

        assertThat(report.claims().getLast().verdict()).isEqualTo(ClaimVerdict.UNVERIFIABLE);
        assertThat(report.contradictions()).isEmpty();
    }

    @Test
    void partsInAnotherUnitBelongToNoTotal() {
        var claims = List.of(
                claim("a", "first", "1", "hours", 1),
                claim("b", "second", "2", "hours", 2),
                claim("total", "cost in total", "7", "USD", 3));

        assertThat(judge(List.of(), claims, Map.of()).claims().getLast().verdict())
                .isEqualTo(ClaimVerdict.UNVERIFIABLE);
    }

    @Test
    void linesAreThoseThatTheProbeCounted() {
        var claims = List.of(
                claim("right", "scripts/a.py", "425", "lines", 1),
                claim("wrong", "a.py has", "400", "lines of code", 2));
        var lines = evidence("a", "script", ProbeResult.PASS, AssuranceLevel.PARSES, Map.of("lines", "425"));

        var report = judge(List.of(Given.script("a")), claims, Map.of(), lines);

        assertThat(report.claims())
                .extracting(ReconciledClaim::verdict)
                .containsExactly(ClaimVerdict.RIGHT, ClaimVerdict.WRONG);
        assertThat(report.claims().getFirst().because()).isEqualTo("E-a-script");
    }

    @Test
    void tablesAreThoseOfTheDatabaseThatTheClaimNames() {
        var listing = Given.expectation("a", new Probe.Listing("features_v2", 5817));
        var claims = List.of(
                claim("all", "tables in features_v2", "5817", "tables", 1),
                claim("tri", "TRI tables", "194", "tables", 2));
        var counted =
                evidence("a", "listing", ProbeResult.PASS, AssuranceLevel.REFERENCES_RESOLVE, Map.of("tables", "5817"));

        assertThat(judge(List.of(listing), claims, Map.of(), counted).claims())
                .extracting(ReconciledClaim::verdict)
                .containsExactly(ClaimVerdict.RIGHT, ClaimVerdict.UNVERIFIABLE);
    }

    @Test
    void whatStandsInAnExampleIsNoClaim() {
        var example = new Claim(new ItemId("x"), "lines", BigDecimal.ONE, "lines", Origin.EXAMPLE, null);

        assertThat(judge(List.of(), List.of(example), Map.of()).claims()).isEmpty();
    }

    @Test
    void twoFiguresForOneThingContradictEachOtherUnlessTheyStandOnOneLine() {
        var apart =
                List.of(claim("a", "LAG tables", "224", "tables", 1), claim("b", "lag  Tables", "226", "tables", 9));
        var change = List.of(claim("a", "LAG tables", "224", "tables", 1), claim("b", "LAG tables", "56", "tables", 1));

        assertThat(judge(List.of(), apart, Map.of()).contradictions())
                .extracting(Contradiction::text)
                .containsExactly("LAG tables, in tables: 224 (plan.md:1), 226 (plan.md:9)");
        assertThat(judge(List.of(), change, Map.of()).contradictions()).isEmpty();
    }

    private static List<Claim> with(Claim total) {
        return Stream.concat(PARTS.stream(), Stream.of(total)).toList();
    }

    private static AuditReport judge(
            List<Expectation> expectations,
            List<Claim> claims,
            Map<ItemId, BigDecimal> observations,
            Evidence... evidence) {
        var target = Given.phase(Given.TARGET, Mode.HYBRID, List.of());
        var plan = Given.plan(expectations, List.of(target), claims, List.of());
        return new Auditor(plan, Given.rules()).judge(List.of(evidence), observations, NOW);
    }
}
