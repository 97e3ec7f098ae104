package muster.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import muster.audit.AuditReport;
import muster.audit.Readiness;
import muster.audit.Verdict;
import muster.packs.warehouse.sql.Session;
import muster.run.RunStatus;
import muster.storage.ChainCheck;
import muster.storage.ChainHead;
import muster.storage.SqliteJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole flow on a small warehouse.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class DemoTest {
    @TempDir
    Path folder;

    private static Workspace played() {
        return PlayedDemo.once().setting().workspace();
    }

    @Test
    void theWholePhaseIsRefusedBeforeAndAfterItsFirstPart() {
        var result = PlayedDemo.once().result();

        assertThat(result.before().decision().verdict()).isEqualTo(Verdict.NO_GO);
        assertThat(result.after().decision().verdict()).isEqualTo(Verdict.NO_GO);
        assertThat(PlayedDemo.once().said()).anyMatch(line -> line.contains("P0 at once"));
    }

    @Test
    void whatTheRunProvedIsReadyAfterwards() throws IOException {
        assertThat(readiness(PlayedDemo.once().result().before(), "cov-rename-script"))
                .isEqualTo(Readiness.MISSING);
        for (var id :
                List.of("cov-rename-script", "lag-consolidation-script", "view-creation-script", "validation-script")) {
            assertThat(readiness(PlayedDemo.once().result().after(), id)).isEqualTo(Readiness.READY);
        }
        assertThat(played().root().resolve("adopted.yaml")).content().contains("bound: warehouse.rename");
    }

    private static Readiness readiness(AuditReport report, String id) {
        return report.assessments().stream()
                .filter(each -> each.expectation().id().value().equals(id))
                .findFirst()
                .orElseThrow()
                .readiness();
    }

    @Test
    void itWritesTheSixReportsThatTheDirectiveNames() {
        assertThat(PlayedDemo.once().result().reports())
                .allSatisfy(report -> assertThat(report).isNotEmptyFile())
                .extracting(report -> played().root().relativize(report).toString())
                .containsExactlyInAnyOrder(
                        "docs/IMPLEMENTATION_SCRIPT_INVENTORY_20251213.md",
                        "docs/M008_PHASE4C_READINESS_REPORT_20251213.md",
                        "docs/INFRASTRUCTURE_READINESS_REPORT_20251213.md",
                        "docs/DEPENDENCY_ANALYSIS_20251213.md",
                        "docs/EXECUTION_BLOCKER_ANALYSIS_20251213.md",
                        "docs/BA_AUDIT_SUMMARY_20251213.md");
    }

    @Test
    void itsRunIsFinishedAndTheJournalHolds() {
        try (var journal = SqliteJournal.openReadOnly(played().journal())) {
            assertThat(journal.verify(ChainHead.NONE)).isInstanceOf(ChainCheck.ChainHolds.class);
            assertThat(Runs.teams(journal, null, Instant.MAX))
                    .singleElement()
                    .satisfies(team -> assertThat(team.run().status()).isEqualTo(RunStatus.FINISHED));
        }
    }

    @Test
    void tablesWhoseTargetIsFreeAreRenamedAndTheirOldNamesStillAnswer() throws SQLException {
        var inventory = Inventory.of(played());

        for (var kind : List.of("lag", "mom", "reg", "regime", "vol")) {
            assertThat(inventory.views()).contains("cov_" + kind + "_audcad_audchf");
            assertThat(inventory.tables()).doesNotContain("cov_" + kind + "_audcad_audchf");
            assertThat(inventory.tables()).contains("cov_" + kind + "_idx_audcad_audchf");
        }
        assertThat(count("SELECT count(*) FROM cov_mom_audcad_audchf"))
                .isEqualTo(count("SELECT count(*) FROM cov_mom_idx_audcad_audchf"))
                .isPositive();
    }

    @Test
    void tablesWhoseTargetIsOccupiedAreLeftForAPerson() throws SQLException {
        assertThat(Inventory.of(played()).tables())
                .contains("cov_agg_audcad_audchf", "cov_agg_idx_audcad_audchf", "cov_align_audcad_audjpy");
        assertThat(PlayedDemo.once().result().figures()).containsEntry("rename-cov.decisions", "4");
        assertThat(count("SELECT count(*) FROM _muster_decision")).isEqualTo(4);
    }

    @Test
    void theWindowsOfOneLagPairBecomeOneTable() throws SQLException {
        var inventory = Inventory.of(played());

        assertThat(inventory.tables()).contains("lag_idx_eurusd", "lag_audcad_45", "lag_idx_audcad_w45");
        assertThat(inventory.tables()).doesNotContain("lag_idx_eurusd_w45", "lag_eurusd_45");
    }

    @Test
    void aSecondCallStartsOverAndEndsInTheSameTables() throws Exception {
        SmallExample.copy(played().root(), folder, Set.of());
        Files.writeString(folder.resolve("left-over.txt"), "to be emptied");
        var again = PlayedDemo.setting(PlayedDemo.once().setting().example(), folder);

        var result = new Demo(again, Progress.SILENT).play();

        assertThat(folder.resolve("left-over.txt")).doesNotExist();
        assertThat(result.figures()).isEqualTo(PlayedDemo.once().result().figures());
        assertThat(Inventory.of(again.workspace()).lines())
                .isEqualTo(Inventory.of(played()).lines());
    }

    @Test
    void aFolderWithSomebodyElsesFilesIsRefusedUntouched() throws IOException {
        var file = Files.writeString(folder.resolve("thesis.txt"), "years of work");
        var setting = PlayedDemo.setting(SmallExample.whole(), folder);

        assertThatThrownBy(() -> new Demo(setting, Progress.SILENT).play())
                .isInstanceOf(FolderTaken.class)
                .hasMessageContaining("was not made by a demo");

        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
        assertThat(file).hasContent("years of work");
    }

    @Test
    void aFolderInWhichADemoIsAtWorkIsRefused() throws IOException {
        var setting = PlayedDemo.setting(SmallExample.whole(), folder.resolve("demo"));

        try (var _ = DemoFolder.take(setting.workspace())) {
            assertThatThrownBy(() -> new Demo(setting, Progress.SILENT).play())
                    .isInstanceOf(FolderTaken.class)
                    .hasMessageContaining("another demo is at work");
        }
    }

    private static long count(String query) throws SQLException {
        try (var session = Session.open(() -> Auditing.warehouse(played()))) {
            return session.one(query).number(0);
        }
    }
}
