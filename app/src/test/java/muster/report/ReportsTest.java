package muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportsTest {

    @Test
    void everyDeliverableOfTheDirectiveIsWrittenUnderItsOwnName() {
        var written = new Reports().write(SmallAudit.input());

        assertThat(written.keySet())
                .containsExactly(
                        "docs/BA_AUDIT_SUMMARY_20251213.md",
                        "docs/DEPENDENCY_ANALYSIS_20251213.md",
                        "docs/EXECUTION_BLOCKER_ANALYSIS_20251213.md",
                        "docs/IMPLEMENTATION_SCRIPT_INVENTORY_20251213.md",
                        "docs/INFRASTRUCTURE_READINESS_REPORT_20251213.md",
                        "docs/M008_PHASE4C_READINESS_REPORT_20251213.md");
    }
}
