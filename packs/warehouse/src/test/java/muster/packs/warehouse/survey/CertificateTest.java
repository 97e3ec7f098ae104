package muster.packs.warehouse.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.TreeMap;
import muster.packs.warehouse.Scratch;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.sql.Session;
import muster.plan.TaskId;
import muster.run.ActionCall;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a certificate rests on besides the names.
class CertificateTest {
    private static final String OLD = "cov_lag_audcad_audchf";

    @TempDir
    Path folder;

    @Test
    void nothingIsCertifiedFromTheInstantAtWhichTheTimeOfAViewIsOver() throws Exception {
        var scratch = renamed();
        scratch.execute("UPDATE _muster_grace SET expires = TIMESTAMPTZ '2025-12-14T09:00:01Z'");
        Scratch.figures(scratch.perform("certify"));

        scratch.execute("UPDATE _muster_grace SET expires = TIMESTAMPTZ '2025-12-14T09:00:00Z'");

        assertThat(scratch.perform("certify").toString())
                .contains("not certified: 1 views under old names are beyond their time");
    }

    @Test
    void theDigestOfACertificateIsThatOfItsJson() throws Exception {
        var figures = Scratch.figures(renamed().perform("certify", "json=c.json"));

        var json = Files.readString(folder.resolve("c.json")).getBytes(StandardCharsets.UTF_8);
        assertThat(figures)
                .containsEntry(
                        "sha256",
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(json)));
    }

    @Test
    void whatWasUndoneIsNoChangeInForce() throws Exception {
        var scratch = renamed();
        Scratch.figures(scratch.performAs("back", "rollback", "of=run-1"));
        Scratch.figures(scratch.performAs("run-2", "rename"));

        Scratch.figures(scratch.perform("certify", "json=c.json"));

        assertThat(Files.readAllLines(folder.resolve("c.json")))
                .filteredOn(line -> line.contains("changes in force, RENAMED"))
                .singleElement()
                .asString()
                .contains("\"count\":1,");
    }

    @Test
    void anExceptionThatDoesNotHoldYetSparesNoTable() throws Exception {
        var scratch = Scratch.empty(folder);
        scratch.execute(
                "CREATE TABLE lag_bqx_eurusd_45 AS SELECT 1 AS id", "CREATE TABLE " + OLD + " AS SELECT 1 AS id");
        Scratch.figures(scratch.perform("rename"));

        assertThat(certify(scratch, Scratch.NOW)).isInstanceOf(ActionResult.Succeeded.class);
        assertThat(certify(scratch, Scratch.NOW.minusSeconds(86_400)).toString())
                .contains("1 tables break R5: [lag_bqx_eurusd_45]");
    }

    @Test
    void aViewOfOtherColumnsThanItsTableIsFound() throws Exception {
        var scratch = renamed();
        scratch.execute("CREATE OR REPLACE VIEW " + OLD + " AS SELECT 'one' AS id");

        assertThat(scratch.perform("validate").toString())
                .contains("the view " + OLD + " has other columns than cov_lag_idx_audcad_audchf");
    }

    /// A rename that came later changes no figure of the warehouse as it was at first.
    @Test
    void theInventoryIsComparedWithTheEarliestOne() throws Exception {
        var scratch = Scratch.empty(folder);
        for (var window : new int[] {45, 90}) {
            scratch.execute(
                    "CREATE TABLE lag_idx_eurusd_w%1$d AS SELECT TIMESTAMP '2025-01-01' AS interval_time, 1 AS a%1$d"
                            .formatted(window));
        }
        scratch.execute("CREATE TABLE " + OLD + " AS SELECT 1 AS id");
        Scratch.figures(scratch.performAs("z", "consolidate"));
        Scratch.figures(scratch.performAs("a", "rename"));
        scratch.execute("UPDATE _muster_before SET taken = taken + INTERVAL 1 HOUR WHERE key = 'a'");

        assertThat(Scratch.figures(scratch.perform("validate")))
                .containsEntry("tables.before", "3")
                .containsEntry("tables.after", "2");
    }

    private ActionResult certify(Scratch scratch, Instant now) throws Exception {
        var call = new ActionCall(new TaskId("task"), "run-1", 1, new TreeMap<>(), (share, what) -> {});
        try (var session = Session.open(scratch.access())) {
            return new Certify(NamingStandard.m008(), InstantSource.fixed(now), folder).perform(session, call);
        }
    }

    private Scratch renamed() throws Exception {
        var scratch = Scratch.empty(folder);
        scratch.execute("CREATE TABLE " + OLD + " AS SELECT range AS id FROM range(3)");
        Scratch.figures(scratch.perform("rename"));
        return scratch;
    }
}
