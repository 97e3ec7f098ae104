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

/// What the commands about evidence answer after an audit of a small plan.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class EvidenceCommandsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void audit() throws IOException {
        Small.file(folder, "muster.yaml", Small.PLAN);
        Small.file(folder, "NOTES.md", "Notes\n");
        Said.to("audit", "--workspace", folder).exits(Exit.NO);
    }

    @Test
    void evidenceIsShownByExpectationAndById() {
        var records = Said.to("evidence", "show", "notes", "--workspace", folder, "--json")
                .exits(Exit.YES)
                .json("muster.evidence/1")
                .get("evidence");
        var id = records.get(0).get("id").asString();

        assertThat(id).startsWith("E-");
        assertThat(Said.to("evidence", "show", id, "--workspace", folder)
                        .exits(Exit.YES)
                        .out())
                .contains("NOTES.md exists");
        Said.to("evidence", "show", "nothing", "--workspace", folder).refuses(Exit.NOT_FOUND, "no evidence 'nothing'");
    }

    @Test
    void aReplayOfAnUnchangedWorldSeesTheSame() {
        assertThat(Said.to("evidence", "replay", first("notes"), "--workspace", folder)
                        .exits(Exit.YES)
                        .out())
                .startsWith("the same: PASS");
    }

    @Test
    void aReplaySaysWhatDiffers() throws IOException {
        var id = first("notes");
        Small.file(folder, "NOTES.md", "Notes\nand more\n");

        var said = Said.to("evidence", "replay", id, "--workspace", folder).exits(Exit.NO);

        assertThat(said.out()).contains("different:", "lines: 1 -> 2", "sha256 of NOTES.md: ");
    }

    @Test
    void whatThePlanNoLongerExpectsCannotBeReplayed() throws IOException {
        var id = first("poem");
        Small.file(folder, "muster.yaml", Small.PLAN.replaceAll("(?m)^.*id: poem.*\n", ""));

        Said.to("evidence", "replay", id, "--workspace", folder, "--json").exits(Exit.NOT_FOUND);
    }

    @Test
    void aStoreIsVerifiedAndTamperingIsSeen() throws IOException {
        var file = folder.resolve(".muster/evidence.jsonl");
        var holds = Said.to("evidence", "verify", "--workspace", folder, "--json")
                .exits(Exit.YES)
                .json("muster.evidence-verify/1");
        Files.writeString(file, Files.readString(file).replace("NOTES.md exists", "NOTES.md exusts"));

        var broken = Said.to("evidence", "verify", "--workspace", folder).exits(Exit.NO);

        assertThat(holds.get("audits").asInt()).isEqualTo(1);
        assertThat(broken.out()).contains("the chain is broken at line");
        Said.to("audit", "--workspace", folder).refuses(Exit.UNAVAILABLE, "is broken at line");
    }

    @Test
    void aBlockerIsExplainedStepByStep() {
        var said = Said.to("explain", "packing", "--workspace", folder).exits(Exit.NO);

        assertThat(said.out())
                .contains(
                        "A packing list (packing)",
                        "MISSING",
                        "Severity P0:",
                        "it is on the critical path of the target",
                        "no workaround is accepted",
                        "Depends on it:",
                        "task send: Send it",
                        "muster evidence replay E-");
    }

    @Test
    void anExplanationIsAlsoData() {
        var json = Said.to("explain", "packing", "--workspace", folder, "--json")
                .exits(Exit.NO)
                .json("muster.explain/1");

        assertThat(json.get("severity").get("by_rule").asString()).isEqualTo("P0");
        assertThat(json.get("evidence").size()).isPositive();
        assertThat(json.get("blocker").get("delay").isNull()).isTrue();
    }

    @Test
    void anExplanationGoesByThePlanTheProfileAndThePolicyOfTheAudit() throws java.io.IOException {
        var other = java.nio.file.Files.createDirectories(folder.resolve("../other"))
                .toRealPath();
        java.nio.file.Files.writeString(other.resolve("checks.yaml"), """
            muster: 1
            plan: {id: p, title: t, start: 2026-01-05T09:00:00Z}
            variables: {name: none.txt}
            profiles: {strict: {expectations: [{id: more, title: "a ${name}", probe: {file: "${name}"}}]}}
            expectations: []
            """);
        java.nio.file.Files.writeString(other.resolve("policy.yaml"), """
            rules:
            - {id: never, when: "true", decision: NO-GO, message: never}
            """);
        Said.to(
                        "audit",
                        other,
                        "--plan",
                        other.resolve("checks.yaml"),
                        "--profile",
                        "strict",
                        "--var",
                        "name=gone.txt",
                        "--policy",
                        other.resolve("policy.yaml"))
                .exits(Exit.NO);

        var said = Said.to("explain", "more", "--workspace", other).exits(Exit.NO);

        assertThat(said.out())
                .contains(
                        "a gone.txt (more)",
                        "MISSING",
                        "Judged by checks.yaml, profile strict, variables name, a policy");
    }

    @Test
    void whatNobodyAuditedCannotBeExplained() {
        Said.to("explain", "nothing", "--workspace", folder).refuses(Exit.NOT_FOUND, "no audit of 'nothing' is kept");
    }

    private String first(String expectation) {
        return Said.to("evidence", "show", expectation, "--workspace", folder, "--json")
                .exits(Exit.YES)
                .json("muster.evidence/1")
                .get("evidence")
                .get(0)
                .get("id")
                .asString();
    }
}
