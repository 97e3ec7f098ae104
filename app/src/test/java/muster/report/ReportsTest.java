package muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/muster/report");

    static Stream<String> documents() {
        return written(SmallAudit.view()).keySet().stream();
    }

    @Test
    void everyDeliverableOfTheDirectiveIsWrittenUnderItsOwnName() {
        assertThat(new Reports().write(SmallAudit.view()).keySet())
                .containsExactly(
                        "docs/BA_AUDIT_SUMMARY_20251213.md",
                        "docs/DEPENDENCY_ANALYSIS_20251213.md",
                        "docs/EXECUTION_BLOCKER_ANALYSIS_20251213.md",
                        "docs/IMPLEMENTATION_SCRIPT_INVENTORY_20251213.md",
                        "docs/INFRASTRUCTURE_READINESS_REPORT_20251213.md",
                        "docs/M008_PHASE4C_READINESS_REPORT_20251213.md");
    }

    /// To accept a change: run with `-Dmuster.golden=write` and read the difference.
    @ParameterizedTest
    @MethodSource("documents")
    void aDocumentIsWrittenAsBefore(String document) throws IOException {
        var golden = GOLDEN.resolve(Path.of(document).getFileName());
        var text = written(SmallAudit.view()).get(document);
        if ("write".equals(System.getProperty("muster.golden"))) {
            Files.writeString(golden, text);
        }

        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        assertThat(written(SmallAudit.view())).isEqualTo(written(SmallAudit.view()));
    }

    @Test
    void whatWasNotTestedIsSaidAsNotRun() {
        assertThat(written(SmallAudit.view()).get("docs/INFRASTRUCTURE_READINESS_REPORT_20251213.md"))
                .contains("**Status**: ❔ UNKNOWN, NOT-RUN: remote of gcs said NOT_RUN (E-gcs-remote)")
                .contains("**Table Count**: 5817 (E-dataset-listing)");
    }

    @Test
    void aDeliverableWithFieldsOfItsOwnKeepsTheirOrder() {
        var text = new Reports()
                .write(ReportView.of(SmallAudit.withFields("Lines of Code", "Status", "Moon Phase")))
                .get("docs/IMPLEMENTATION_SCRIPT_INVENTORY_20251213.md");

        assertThat(text)
                .containsSubsequence(
                        "## Script: generate_tri_tables.py",
                        "**Lines of Code**: 425 (E-tri-script)",
                        "**Status**: ✅ READY",
                        "**Moon Phase**: NOT-RUN: no probe measured it");
    }

    @Test
    void whatASummaryLeavesOutIsCounted() {
        var summary =
                new Reports().write(ReportView.of(SmallAudit.large(400))).get("docs/BA_AUDIT_SUMMARY_20251213.md");

        assertThat(summary).contains("**Decision**: 🔴 NO-GO").contains("more, in the other documents");
    }

    private static SortedMap<String, String> written(ReportView view) {
        var all = new TreeMap<>(new Reports().write(view));
        all.put("docs/report.json", ReportJson.write(view));
        return all;
    }
}
