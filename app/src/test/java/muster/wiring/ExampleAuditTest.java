package muster.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.audit.AuditReport;
import muster.audit.ClaimVerdict;
import muster.audit.Readiness;
import muster.audit.Weight;
import muster.plan.Parsed;
import muster.yaml.Choices;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `muster audit PROJECT --plan directive.md` finds of what was planted in the m008 example: without a database,
/// with the facts of its tables in the project.
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class ExampleAuditTest {
    @TempDir
    static Path folder;

    private static AuditReport report;
    private static Set<String> seen = Set.of();

    @BeforeAll
    static void audit() throws IOException, InterruptedException {
        var example = SmallExample.whole();
        var project = folder.resolve("project");
        new ExampleProject(example).layOut(project);
        Files.createDirectories(project.resolve("facts"));
        for (var facts : List.of("tables.csv", "schemas.json")) {
            Files.copy(
                    example.resolve("facts").resolve(facts),
                    project.resolve("facts").resolve(facts));
        }
        var now = Instant.parse("2025-12-13T21:00:00Z");
        var chosen = ChosenPlan.of(project, example.resolve("directive.md"), Choices.NONE, now);
        report = new Audit(new Workspace(project), Progress.SILENT)
                .of(((Parsed.Ok<ChosenPlan>) chosen).value(), InstantSource.fixed(now), Audit.Manner.standard())
                .report();
        seen = told();
    }

    /// `code place` of every finding, `verdict place` of every claim that does not hold.
    private static Set<String> told() {
        var all = new TreeSet<String>();
        report.assessments().stream()
                .flatMap(each -> each.evidence().stream())
                .flatMap(each -> each.findings().stream())
                .forEach(finding -> all.add(finding.code() + " " + finding.place()));
        report.findings().forEach(finding -> all.add(finding.code() + " " + finding.place()));
        report.claims()
                .forEach(each -> all.add(each.verdict() + " " + each.claim().source()));
        return all;
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "D01, missing-file scripts/generate_corr_tables_fixed.py",
        "D02, missing-file scripts/analyze_table_gaps.py",
        "D03, missing-file scripts/merge_only.sh",
        "D04, no-candidate cov rename",
        "D05, no-candidate lag consolidation",
        "D06, no-candidate var rename",
        "D07, no-candidate primary violation",
        "D08, no-candidate view creation",
        "D09, untracked scripts/backfill_base_bqx.py",
        "D09, orphan-file scripts/backfill_base_bqx.py",
        "D10, ignored-argument scripts/execute_m008_table_remediation.py:40",
        "D11, stale-rename scripts/execute_m008_table_remediation.py:13",
        "D12, swallowed-failure scripts/generate_cov_tables.py:47",
        "D13, illegal-name scripts/generate_cov_tables.py",
        "D14, illegal-name scripts/generate_tri_tables.py",
        "D15, one-page-listing scripts/audit_m008_table_compliance.py:28",
        "D16, like-underscore-wildcard scripts/audit_m008_table_compliance.py:18",
        "D17, lenient-pattern scripts/audit_m008_table_compliance.py:12",
        "D18, row-sum scripts/validate_row_counts.py:29",
        "D19, not-implemented scripts/validate_row_counts.py:32",
        "D20, near-miss scripts/rename_cov_headers.py",
        "D21, side-effect-on-help scripts/generate_comprehensive_feature_catalogue.py",
        "D22, left-join scripts/merge_with_polars_safe.py:33",
        "D23, contradicting-constants scripts/validate_eurusd_training_file.py:8",
        "D24, syntax-error scripts/validate_m008_column_compliance.py:22",
        "D25, missing-module scripts/generate_mkt_tables.py:8",
        "D26, undeclared-import scripts/merge_with_polars_safe.py:8",
        "D27, unlisted-column pipelines/training/parallel_feature_testing.py:18",
        "D28, unlisted-table pipelines/training/parallel_feature_testing.py:27",
        "D29, syntax-error scripts/extract_only.sh:28",
        "D30, missing-file scripts/cloud_run_polars_pipeline.sh:19",
        "D31, unset-variable scripts/cloud_run_polars_pipeline.sh:20",
        "D32, missing-file Dockerfile.merge:5",
        "D33, missing-file Dockerfile.merge:9",
        "D34, missing-file Dockerfile.merge:12",
        "D35, missing-file cloudbuild-merge.yaml:7",
        "D36, unknown-step cloudbuild-merge.yaml:10",
        "D37, unknown-substitution cloudbuild-merge.yaml:16",
        "D38, WRONG docs/COMPREHENSIVE_REMEDIATION_PLAN_20251213.md:5",
        "D39, WRONG docs/M008_AUDIT_RESULT_20251213.md:7",
        "D40, CONTRADICTORY docs/M008_AUDIT_RESULT_20251213.md:11",
        "D41, WRONG docs/PHASE_4C_SCOPE.md:19",
        "D42, WRONG docs/PHASE_4C_SCOPE.md:14",
        "D43, CONTRADICTORY docs/COV_RENAME_NOTES.md:5",
        "D44, WRONG docs/COV_RENAME_NOTES.md:7",
        "D45, WRONG docs/LAG_CONSOLIDATION_DESIGN.md:8",
        "D54, CONTRADICTORY docs/INFRASTRUCTURE_NOTES.md:8",
        "D55, WRONG docs/INFRASTRUCTURE_NOTES.md:9",
        "D47, WRONG docs/SCRIPT_STATUS.md:10",
        "D48, WRONG docs/SCRIPT_STATUS.md:11",
        "D49, WRONG docs/SCRIPT_STATUS.md:14",
        "D50, WRONG docs/SCRIPT_STATUS.md:17",
        "D51, WRONG docs/SCRIPT_STATUS.md:18",
        "D52, WRONG docs/SCRIPT_STATUS.md:15",
        "D53, WRONG docs/SCRIPT_STATUS.md:7"
    })
    void thePlainAuditFindsTheDefect(String defect, String told) {
        assertThat(seen).as(defect).contains(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "generate_corr_tables.py",
                "generate_reg_tables_with_coefficients.py",
                "rename_tri_tables_m008.py",
                "validate_training_file.py",
                "dockerfile.extract",
                "cloudbuild-extract.yaml"
            })
    void aSoundFileIsReadyAndHasNoDefect(String expectation) {
        assertThat(report.assessments())
                .filteredOn(each -> each.expectation().id().value().equals(expectation))
                .singleElement()
                .satisfies(each -> assertThat(each.readiness()).isEqualTo(Readiness.READY))
                .satisfies(each -> assertThat(each.evidence())
                        .flatMap(evidence -> evidence.findings())
                        .noneMatch(finding -> finding.weight() == Weight.DEFECT));
    }

    /// What is beside the plan and sound: only that nobody expects it.
    @ParameterizedTest
    @ValueSource(strings = {"scripts/deploy_jobs.sh", "scripts/feature_names.py", "scripts/rename_cov_headers.py"})
    void aSoundFileBesideThePlanIsOnlyAnOrphan(String path) {
        assertThat(report.findings())
                .filteredOn(finding -> finding.place().startsWith(path))
                .allSatisfy(finding -> assertThat(finding.code()).isEqualTo("orphan-file"));
    }

    @Test
    void aClaimThatAScriptWritesSoManyTablesIsRightWhereItsDryRunSaysSo() {
        assertThat(report.claims())
                .filteredOn(each -> each.verdict() == ClaimVerdict.RIGHT)
                .extracting(each -> String.valueOf(each.claim().source()))
                .contains("docs/SCRIPT_STATUS.md:9", "docs/SCRIPT_STATUS.md:12");
    }

    @Test
    void everyBlockerIsAPlantedDefectOrSomethingOfThisMachine() {
        var scripts = report.blockers().stream()
                .map(each -> each.expectation().value())
                .filter(id -> id.matches(".*\\.(?:py|sh|merge|extract|yaml)"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(scripts)
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                "analyze_table_gaps.py",
                                "audit_m008_table_compliance.py",
                                "cloud_run_polars_pipeline.sh",
                                "cloudbuild-merge.yaml",
                                "dockerfile.merge",
                                "execute_m008_table_remediation.py",
                                "extract_only.sh",
                                "generate_comprehensive_feature_catalogue.py",
                                "generate_corr_tables_fixed.py",
                                "generate_cov_tables.py",
                                "generate_mkt_tables.py",
                                "generate_tri_tables.py",
                                "merge_only.sh",
                                "merge_with_polars_safe.py",
                                "validate_m008_column_compliance.py")
                        .toList());
    }
}
