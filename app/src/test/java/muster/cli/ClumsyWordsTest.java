package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is answered to those who misspell, forget and repeat, and to those who open a broken journal.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ClumsyWordsTest {
    private static final String PLAN = """
            muster: 1
            plan: {id: ci, title: CI, start: "2024-01-15T08:00:00Z"}
            agents:
              - {id: devops, name: DevOps Engineer, role: devops, kind: ai}
              - {id: perf, name: Performance Specialist, role: perf, kind: ai}
            phases:
              - id: p1
                title: Quick wins
                mode: parallel
                tasks:
                  - {id: scripts, title: The scripts, owners: [devops], action: {manual: do it}}
                  - {id: cache, title: The cache, owners: [perf], action: {manual: do it}}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void begin() throws IOException {
        Files.writeString(folder.resolve("muster.yaml"), PLAN);
        to("run").exits(Exit.YES);
    }

    @Test
    void anAgentIsCalledByItsIdOrItsName() {
        assertThat(to("next", "--as", "devops engineer").exits(Exit.YES).out()).contains("scripts");
        assertThat(to("claim", "--as", "DevOps Engineer", "--json")
                        .json("muster.claim/1")
                        .get("agent")
                        .asString())
                .isEqualTo("devops");
    }

    @Test
    void aNameThatNobodyHasIsNoAgentWithoutWork() {
        for (var command : List.of("next", "claim")) {
            to(command, "--as", "devop").refuses(Exit.USAGE, "there is no agent 'devop'", "Maybe one of devops, perf");
        }
    }

    @Test
    void whoLostTheAnswerToAClaimIsToldTheFenceAgain() {
        to("claim", "scripts", "--as", "devops", "--lease", "PT1M").exits(Exit.YES);

        assertThat(to("next", "--as", "devops").exits(Exit.NO).err())
                .contains("scripts  you hold it (fence 1, lease until ", "a heartbeat every 20 s)");
        assertThat(to("status").out()).contains("running    scripts  The scripts (devops, lease until ");
    }

    @Test
    void aStaleFenceIsALostClaimAlsoIfTheAgentClaimedAgain() {
        to("claim", "scripts", "--as", "devops").exits(Exit.YES);
        to("release", "scripts", "--as", "devops", "--fence", "1", "--reason", "lunch")
                .exits(Exit.YES);
        to("claim", "scripts", "--as", "devops").exits(Exit.YES);

        to("done", "scripts", "--as", "devops", "--fence", "1").refuses(Exit.CONFLICT, "fence 1 is stale");
        to("heartbeat", "scripts", "--as", "devops", "--fence", "2", "--spent", "usd=3")
                .refuses(Exit.NO, "the run has no budget usd", "Maybe put that right");
        to("done", "scripts", "--as", "devops", "--fence", "2").exits(Exit.YES);
        to("done", "scripts", "--as", "devops", "--fence", "2")
                .refuses(Exit.CONFLICT, "nobody holds it, it is done", "Maybe see what you may claim");
    }

    @Test
    void nobodyReservesWhatLiesOutsideTheWorkspace() {
        for (var glob : List.of("/etc/passwd", "../other/**", "a/../../b", "table:", " ")) {
            to("claim", "scripts", "--as", "devops", "--writes", glob).refuses(Exit.USAGE, "'writes': must be a path");
        }

        to("claim", "scripts", "--as", "devops", "--writes", "a/../b/*", "--writes", "table:t")
                .exits(Exit.YES);
    }

    @Test
    void secretsInWordsAreNotKept() {
        var key = "ghp_" + "a1B2".repeat(9);
        to("claim", "scripts", "--as", "devops").exits(Exit.YES);

        var asked = to("ask", "scripts", "--as", "devops", "--fence", "1", "--question", "is it " + key + "?");

        assertThat(asked.exits(Exit.YES).err()).contains("a secret was taken out", "Maybe say where it lies");
        assertThat(to("log", "export").out()).contains("is it [redacted]?").doesNotContain(key);
    }

    @Test
    void aMistakeInTheCommandLineIsOneLineAndWhereToReadOn() {
        var said = to("claim", "scripts", "--as", "devops", "--leese", "PT1M");
        said.refuses(Exit.USAGE, "--leese", "Maybe see: muster claim --help");
        assertThat(said.err().lines().count()).isLessThan(5);

        to("claim", "scripts", "--as", "devops", "--lease", "5min").refuses(Exit.USAGE, "such as PT15M", "got '5min'");
        to("claim", "scripts", "--as", "devops", "--lease", "PT5S").refuses(Exit.USAGE, "between PT10S and PT8H");
        to("done", "scripts", "--as", "devops", "--fence", "x").refuses(Exit.USAGE, "must be a whole number, got 'x'");
        to("stats").refuses(Exit.USAGE, "status");
    }

    @Test
    void anEmptyFileIsNoJournal() throws IOException {
        Files.delete(journal());
        Files.createFile(journal());

        to("status").refuses(Exit.NOT_FOUND, "no run was begun there", "Maybe begin one: muster run");
    }

    @Test
    void anEventThatIsNotKnownIsNoMistakeOfOurs() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + journal());
                var statement = connection.createStatement()) {
            statement.execute("UPDATE told SET events = replace(events, 'step-ready', 'step-steady')");
        }

        to("status")
                .refuses(Exit.UNAVAILABLE, "event 'step-steady' version 1 is unknown", "Maybe see how far it holds");
        to("claim", "scripts", "--as", "devops").refuses(Exit.UNAVAILABLE, "event 'step-steady'");
        to("log", "verify").exits(Exit.NO);
    }

    private Path journal() {
        return folder.resolve(".muster").resolve("muster.db");
    }

    private Said to(Object... arguments) {
        var all = new ArrayList<Object>(List.of(arguments));
        all.addAll(List.of("--workspace", folder));
        return Said.to(all.toArray());
    }
}
