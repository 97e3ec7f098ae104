package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Audits that take up earlier ones, as the command line offers them.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ReauditTest {
    @TempDir
    Path folder;

    @BeforeEach
    void layOut() throws IOException {
        Small.file(folder, "muster.yaml", Small.PLAN);
        Small.file(folder, "NOTES.md", "Notes\n");
    }

    @Test
    void aSecondAuditSaysWhatItReusesAndWhatChanged() throws IOException {
        Said.to("audit", "--workspace", folder).exits(Exit.NO);
        Small.file(folder, "PACKING.md", "One\n");
        // The clock of the second audit is later, whatever the machine's resolution.
        var later = java.time.Instant.now().plusSeconds(60);

        var said = Said.to("audit", "--workspace", folder, "--at", later).exits(Exit.YES);

        assertThat(said.out())
                .contains("Evidence: 1 of 3 expectations rest on earlier audits", "Since the baseline: 1 fixed");
        assertThat(Said.to("audit", "--workspace", folder, "--all", "--at", later)
                        .exits(Exit.YES)
                        .out())
                .doesNotContain("rest on earlier audits");
    }

    @Test
    void aBaselineMayLieElsewhere() throws IOException {
        Said.to("audit", "--workspace", folder).exits(Exit.NO);
        var kept = Files.move(folder.resolve(".muster/evidence.jsonl"), folder.resolve("baseline.jsonl"));
        Small.file(folder, "PACKING.md", "One\n");

        assertThat(Said.to("audit", "--workspace", folder, "--baseline", kept)
                        .exits(Exit.YES)
                        .out())
                .contains("Since the baseline: 1 fixed");
        Said.to("audit", "--workspace", folder, "--baseline", folder.resolve("none"))
                .refuses(Exit.INVALID, "it holds no finished audit");
    }

    @Test
    void anotherPolicyDecides() throws IOException {
        var lax = Small.file(
                folder,
                "lax.yaml",
                "rules:\n  - {id: always, when: 'true', decision: GO-WITH-CONDITIONS, message: ok}\n");
        var wrong =
                Small.file(folder, "wrong.yaml", "rules:\n  - {id: a, when: openPO > 0, decision: GO, message: m}\n");

        Said.to("audit", "--workspace", folder, "--policy", lax).exits(Exit.YES);
        Said.to("audit", "--workspace", folder, "--policy", wrong).refuses(Exit.INVALID, "wrong.yaml:2:19", "openPO");
    }

    @Test
    void checksAreProvedToBeAbleToFail() {
        assertThat(Said.to("audit", "--workspace", folder, "--mutate")
                        .exits(Exit.YES)
                        .out())
                .contains("not tried, because", "packing", "2 changes noticed, 0 not, 4 could not be tried");
    }

    @Test
    void whatIsWaivedIsNoReasonForNoGo() throws IOException {
        var plan = Small.PLAN.replace("agents:\n", "agents:\n  - {id: bob, name: Bob, kind: human}\n") + """
            waivers:
              - id: packing-later
                expectations: [packing]
                reason: packed on the day
                owner: ann
                approver: bob
                expires: 2099-01-01T00:00:00Z
            """;
        Small.file(folder, "muster.yaml", plan);

        assertThat(Said.to("audit", "--workspace", folder).exits(Exit.YES).out())
                .contains("GO-WITH-CONDITIONS", "blockers accepted by a waiver: 1");
        assertThat(Said.to("explain", "packing", "--workspace", folder)
                        .exits(Exit.NO)
                        .out())
                .contains("so the rule says P0", "waiver packing-later, approved by bob", "so P1 counts");
    }

    @Test
    void aWaiverThatIsGivenAndEndsIsToldAndNoReversal() throws IOException {
        Said.to("audit", "--workspace", folder).exits(Exit.NO);
        waive("packing", "2099-01-01T00:00:00Z");

        assertThat(Said.to("audit", "--workspace", folder).exits(Exit.YES).out())
                .doesNotContain("reversal");

        waive("packing", "2025-01-01T00:00:00Z");
        assertThat(Said.to("audit", "--workspace", folder).exits(Exit.NO).out())
                .contains("P2 expired-waiver")
                .doesNotContain("reversal");

        waive("'nothing-*'", "2099-01-01T00:00:00Z");
        assertThat(Said.to("audit", "--workspace", folder).exits(Exit.NO).out()).contains("P3 unused-waiver");
    }

    private void waive(String what, String until) throws IOException {
        var agents = Small.PLAN.replace("agents:\n", "agents:\n  - {id: bob, name: Bob, kind: human}\n");
        var waiver = "waivers:\n  - {id: w, expectations: [" + what
                + "], reason: r, owner: ann, approver: bob, expires: " + until + "}\n";
        Small.file(folder, "muster.yaml", agents + waiver);
    }
}
