package muster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import muster.audit.Evidence;
import muster.audit.Finding;
import muster.audit.Readiness;
import muster.audit.Weight;
import muster.packs.warehouse.naming.NamingStandard;
import muster.plan.AssuranceLevel;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.Language;
import muster.plan.Need;
import muster.plan.Probe;
import muster.probes.Probes;
import muster.probes.Workspace;
import muster.wiring.Naming;
import muster.wiring.PlayedDemo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What was planted in the m008 example is there, the audit sees what this version claims to see, and sound
/// files pass.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ExampleDefectsTest {
    private static final Path EXAMPLE = SourceTree.root().resolve("examples/m008");
    private static final String ABSENT = "(absent)";

    /// A row of DEFECTS.md.
    record Defect(String id, String where, String text) {
        String file() {
            return where.split(":", 2)[0];
        }

        int line() {
            return Integer.parseInt(where.split(":", 2)[1]);
        }

        @Override
        public String toString() {
            return id + " " + where;
        }
    }

    static List<Defect> planted() throws IOException {
        return rows().filter(defect -> !defect.text().equals(ABSENT)).toList();
    }

    static List<Defect> absent() throws IOException {
        return rows().filter(defect -> defect.text().equals(ABSENT)).toList();
    }

    private static Stream<Defect> rows() throws IOException {
        return Files.readAllLines(EXAMPLE.resolve("DEFECTS.md")).stream()
                .filter(line -> line.matches("\\| D\\d\\d \\|.*"))
                .map(line -> line.split("(?<!\\\\)\\|"))
                .map(cells -> new Defect(cell(cells[1]), cell(cells[2]), cell(cells[3])));
    }

    private static String cell(String raw) {
        return raw.strip().replaceAll("^`|`$", "").replace("\\|", "|");
    }

    @Test
    void fiftyFiveDefectsAreListedOnceEach() throws IOException {
        var ids = rows().map(Defect::id).toList();

        assertThat(ids).hasSize(55).doesNotHaveDuplicates().isSorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("planted")
    void aPlantedTextIsOnItsLine(Defect defect) throws IOException {
        var lines = Files.readAllLines(EXAMPLE.resolve("project").resolve(defect.file()));

        assertThat(lines.get(defect.line() - 1)).contains(defect.text());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("absent")
    void whatIsCalledAbsentIsNotThere(Defect defect) {
        assertThat(EXAMPLE.resolve("project").resolve(defect.where())).doesNotExist();
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource({
        "D01, generate_corr_tables_fixed.py, missing-file, scripts/generate_corr_tables_fixed.py",
        "D02, analyze_table_gaps.py, missing-file, scripts/analyze_table_gaps.py",
        "D03, merge_only.sh, missing-file, scripts/merge_only.sh",
        "D04, cov-rename-script, no-candidate, cov rename",
        "D05, lag-consolidation-script, no-candidate, lag consolidation",
        "D06, var-rename-script, no-candidate, var rename",
        "D07, primary-violation-script, no-candidate, primary violation",
        "D08, view-creation-script, no-candidate, view creation",
        "D10, execute_m008_table_remediation.py, ignored-argument, scripts/execute_m008_table_remediation.py:40",
        "D11, execute_m008_table_remediation.py, stale-rename, scripts/execute_m008_table_remediation.py:13",
        "D12, generate_cov_tables.py, swallowed-failure, scripts/generate_cov_tables.py:47",
        "D15, audit_m008_table_compliance.py, one-page-listing, scripts/audit_m008_table_compliance.py:28",
        "D16, audit_m008_table_compliance.py, like-underscore-wildcard, scripts/audit_m008_table_compliance.py:18",
        "D17, audit_m008_table_compliance.py, lenient-pattern, scripts/audit_m008_table_compliance.py:12",
        "D20, cov-rename-script, near-miss, scripts/rename_cov_headers.py",
        "D22, merge_with_polars_safe.py, left-join, scripts/merge_with_polars_safe.py:33",
        "D23, validate_training_file.py, contradicting-constants, scripts/validate_training_file.py:8",
        "D24, validate_m008_column_compliance.py, syntax-error, scripts/validate_m008_column_compliance.py:22",
        "D25, generate_mkt_tables.py, missing-module, scripts/generate_mkt_tables.py:8",
        "D26, merge_with_polars_safe.py, undeclared-import, scripts/merge_with_polars_safe.py:8",
        "D27, parallel_feature_testing.py, unknown-column, pipelines/training/parallel_feature_testing.py:18",
        "D28, parallel_feature_testing.py, unknown-table, pipelines/training/parallel_feature_testing.py:27",
        "D29, extract_only.sh, syntax-error, scripts/extract_only.sh:28",
        "D30, cloud_run_polars_pipeline.sh, missing-file, scripts/cloud_run_polars_pipeline.sh:19",
        "D31, cloud_run_polars_pipeline.sh, unset-variable, scripts/cloud_run_polars_pipeline.sh:20",
        "D32, dockerfile.merge, missing-file, Dockerfile.merge:5",
        "D33, dockerfile.merge, missing-file, Dockerfile.merge:9",
        "D34, dockerfile.merge, missing-file, Dockerfile.merge:12",
        "D35, cloudbuild-merge.yaml, missing-file, cloudbuild-merge.yaml:7",
        "D36, cloudbuild-merge.yaml, unknown-step, cloudbuild-merge.yaml:10",
        "D37, cloudbuild-merge.yaml, unknown-substitution, cloudbuild-merge.yaml:16"
    })
    void theAuditSeesTheDefect(String defect, String expectation, String code, String place) {
        assertThat(findings(expectation))
                .as(defect)
                .anySatisfy(finding ->
                        assertThat(finding).returns(code, Finding::code).returns(place, Finding::place));
    }

    /// No expectation names these files, or asks for a dry run of them; the audit sees what is wrong with them once
    /// somebody asks.
    @ParameterizedTest(name = "{0} {2}")
    @CsvSource({
        "D09, scripts/backfill_base_bqx.py, untracked, scripts/backfill_base_bqx.py",
        "D13, scripts/generate_cov_tables.py, illegal-name, scripts/generate_cov_tables.py",
        "D14, scripts/generate_tri_tables.py, illegal-name, scripts/generate_tri_tables.py",
        "D18, scripts/validate_row_counts.py, row-sum, scripts/validate_row_counts.py:29",
        "D19, scripts/validate_row_counts.py, not-implemented, scripts/validate_row_counts.py:32",
        "D23, scripts/validate_eurusd_training_file.py, contradicting-constants,"
                + " scripts/validate_eurusd_training_file.py:8"
    })
    void theDefectIsSeenWhenTheScriptIsAskedFor(String defect, String path, String code, String place) {
        var asked = new Expectation(
                new ExpectationId("asked"),
                path,
                "scripts",
                Need.REQUIRED,
                AssuranceLevel.DRY_RUNS,
                new Probe.Script(path, Language.PYTHON),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null);
        var root = PlayedDemo.once().setting().workspace().root();
        var workspace = Workspace.of(root).withNaming(Naming.rule(NamingStandard.m008()));

        var evidence = new Probes(workspace).probe(asked, Instant.EPOCH);

        assertThat(evidence)
                .as(defect)
                .flatExtracting(Evidence::findings)
                .anySatisfy(finding ->
                        assertThat(finding).returns(code, Finding::code).returns(place, Finding::place));
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
    void aSoundFileHasNoDefect(String expectation) {
        assertThat(findings(expectation)).noneMatch(finding -> finding.weight() == Weight.DEFECT);
    }

    @Test
    void everyDefectFoundInAFileIsOneThatWasPlanted() throws IOException {
        var planted = rows().map(Defect::file).toList();

        assertThat(PlayedDemo.once().result().before().assessments())
                .flatExtracting(each -> findings(each.expectation().id().value()))
                .filteredOn(finding -> finding.weight() == Weight.DEFECT)
                .filteredOn(finding -> finding.place().matches(".+\\.\\w+(:\\d+)?"))
                .allSatisfy(
                        finding -> assertThat(planted).contains(finding.place().split(":", 2)[0]));
    }

    @Test
    void nothingThatIsNotThereIsCalledReady() {
        assertThat(PlayedDemo.once().result().before().assessments())
                .filteredOn(each -> each.readiness() == Readiness.READY)
                .extracting(each -> each.expectation().id().value())
                .doesNotContain("generate_corr_tables_fixed.py", "analyze_table_gaps.py", "merge_only.sh")
                .noneMatch(id -> id.endsWith("-script"));
    }

    private static List<Finding> findings(String expectation) {
        return PlayedDemo.once().result().before().assessments().stream()
                .filter(each -> each.expectation().id().value().equals(expectation))
                .flatMap(each -> each.evidence().stream())
                .flatMap(each -> each.findings().stream())
                .toList();
    }
}
