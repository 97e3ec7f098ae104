package muster.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.audit.ClaimVerdict;
import muster.audit.ReconciledClaim;
import muster.claims.ClaimAudit;
import muster.observation.Ground;
import muster.packs.warehouse.naming.NamingStandard;
import muster.probes.data.TableFacts;
import muster.sandbox.Launcher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the audit makes of the claims in the m008 example's documents, with the table names of the whole dataset.
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class ExampleClaimsTest {
    /// Not planted: the product of the three figures is 220,892.
    private static final String DISCOVERED = "docs/COMPREHENSIVE_REMEDIATION_PLAN_20251213.md:56";

    private static final Set<String> PLANTED = Set.of(
            "docs/COMPREHENSIVE_REMEDIATION_PLAN_20251213.md:5",
            "docs/M008_AUDIT_RESULT_20251213.md:7",
            "docs/M008_AUDIT_RESULT_20251213.md:11",
            "docs/PHASE_4C_SCOPE.md:19",
            "docs/PHASE_4C_SCOPE.md:14",
            "docs/COV_RENAME_NOTES.md:5",
            "docs/COV_RENAME_NOTES.md:7",
            "docs/SCRIPT_STATUS.md:10",
            "docs/SCRIPT_STATUS.md:11",
            "docs/SCRIPT_STATUS.md:14",
            "docs/SCRIPT_STATUS.md:15",
            "docs/SCRIPT_STATUS.md:17",
            "docs/SCRIPT_STATUS.md:18",
            "docs/LAG_CONSOLIDATION_DESIGN.md:8",
            "docs/INFRASTRUCTURE_NOTES.md:8",
            "docs/INFRASTRUCTURE_NOTES.md:9",
            "scripts/validate_eurusd_training_file.py:8");

    /// The other side of a contradiction: of D23 and of D40.
    private static final Set<String> OTHER_SIDE =
            Set.of("scripts/validate_training_file.py:8", "docs/COMPREHENSIVE_REMEDIATION_PLAN_20251213.md:4");

    @TempDir
    static Path project;

    private static List<ReconciledClaim> claims = List.of();

    @BeforeAll
    static void readTheDocuments() throws IOException, InterruptedException {
        new ExampleProject(SmallExample.whole()).layOut(project);
        var facts = TableFacts.read(SmallExample.whole().resolve("facts"));
        var evidence = PlayedDemo.once().result().before().assessments().stream()
                .flatMap(each -> each.evidence().stream())
                .filter(each -> each.kind().equals("script"))
                .toList();
        claims = new ClaimAudit(new Ground(project.toRealPath()), Launcher.forThisMachine())
                .reconciled(
                        evidence,
                        List.of(Observations.rule(NamingStandard.m008().judge(List.copyOf(facts.keySet())))),
                        List.of(FactTables.of(facts)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "D23, scripts/validate_eurusd_training_file.py:8, CONTRADICTORY, 10000",
        "D38, docs/COMPREHENSIVE_REMEDIATION_PLAN_20251213.md:5, WRONG, 5817",
        "D39, docs/M008_AUDIT_RESULT_20251213.md:7, WRONG, 5817",
        "D40, docs/M008_AUDIT_RESULT_20251213.md:11, CONTRADICTORY, added",
        "D41, docs/PHASE_4C_SCOPE.md:19, WRONG, 5817",
        "D42, docs/PHASE_4C_SCOPE.md:14, WRONG, 2191",
        "D43, docs/COV_RENAME_NOTES.md:5, WRONG, 1596",
        "D44, docs/COV_RENAME_NOTES.md:7, WRONG, ignored",
        "D45, docs/LAG_CONSOLIDATION_DESIGN.md:8, WRONG, 'no lag_1, lag_15, lag_30, lag_5, lag_60'",
        "D54, docs/INFRASTRUCTURE_NOTES.md:8, CONTRADICTORY, 200 TiB per day",
        "D55, docs/INFRASTRUCTURE_NOTES.md:9, WRONG, 5 updates per 10 seconds",
        "D47, docs/SCRIPT_STATUS.md:10, WRONG, missing",
        "D48, docs/SCRIPT_STATUS.md:11, WRONG, PARSES",
        "D49, docs/SCRIPT_STATUS.md:14, WRONG, EXISTS",
        "D50, docs/SCRIPT_STATUS.md:17, WRONG, EXISTS",
        "D51, docs/SCRIPT_STATUS.md:18, WRONG, missing",
        "D52, docs/SCRIPT_STATUS.md:15, WRONG, ignored"
    })
    void thePlantedClaimIsSeenAtItsPlace(String defect, String place, ClaimVerdict verdict, String observed) {
        assertThat(at(place))
                .as(defect)
                .anySatisfy(claim -> assertThat(claim)
                        .returns(verdict, ReconciledClaim::verdict)
                        .returns(observed, ReconciledClaim::observed));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "docs/LAG_CONSOLIDATION_DESIGN.md:16",
                "docs/SCRIPT_STATUS.md:7",
            })
    void whatNothingMeasuresIsUnverifiableAndNeverRight(String place) {
        assertThat(at(place)).extracting(ReconciledClaim::verdict).doesNotContain(ClaimVerdict.RIGHT);
    }

    @Test
    void noSoundClaimIsCalledWrong() {
        var blamed = claims.stream()
                .filter(claim -> claim.verdict() == ClaimVerdict.WRONG || claim.verdict() == ClaimVerdict.CONTRADICTORY)
                .map(ExampleClaimsTest::place)
                .collect(Collectors.toSet());
        var expected = Stream.of(PLANTED, OTHER_SIDE, Set.of(DISCOVERED))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());

        assertThat(blamed).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theInventoryIsRightInWhatItCounts() {
        assertThat(claims)
                .filteredOn(claim -> place(claim).startsWith("docs/M008_VIOLATION_INVENTORY.md"))
                .filteredOn(claim -> claim.verdict() == ClaimVerdict.RIGHT)
                .extracting(claim -> claim.claim().value().toString())
                .contains("5817", "1596", "1968", "3528");
    }

    private static List<ReconciledClaim> at(String place) {
        return claims.stream().filter(claim -> place(claim).equals(place)).toList();
    }

    private static String place(ReconciledClaim claim) {
        return String.valueOf(claim.claim().source());
    }
}
