package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What clumsy and hostile people and agents say to a run, through the command line.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HostileWordsTest {
    private static final String PLAN = """
            muster: 1
            plan: {id: ci, title: CI, start: "2024-01-15T08:00:00Z"}
            agents:
              - {id: devops, name: DevOps Engineer, role: devops, kind: ai}
              - {id: perf, name: Performance Specialist, role: perf, kind: ai}
              - {id: qa, name: QA Engineer, role: qa, kind: human}
            phases:
              - id: p1
                title: Quick wins
                mode: parallel
                tasks:
                  - {id: scripts, title: The scripts, owners: [devops], deliverables: [out/clean.sh], action: {manual: do it}}
                  - {id: cache, title: The cache, owners: [perf], action: {manual: do it}}
            gates:
              - {id: go, title: May it go on, approvers: [devops, qa], after: [scripts]}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void begin() throws IOException {
        Files.writeString(folder.resolve("muster.yaml"), PLAN);
        Files.createDirectories(folder.resolve("out"));
        to("run").exits(Exit.YES);
    }

    @Test
    void aVoteThatIsPassedOnToAnotherIsNotTheWordThatWasSaidBefore() {
        to("gate", "delegate", "go", "--as", "qa", "--to", "perf").exits(Exit.YES);
        to("gate", "delegate", "go", "--as", "qa", "--to", "devops").exits(Exit.YES);
        to("gate", "delegate", "go", "--as", "qa", "--to", "perf").exits(Exit.YES);

        assertThat(passedOn()).containsExactly("from=qa to=perf", "from=qa to=devops", "from=qa to=perf");
    }

    @Test
    void aVoteIsTakenBackByNamingOneself() {
        to("gate", "delegate", "go", "--as", "qa", "--to", "qa").refuses(Exit.NO, "qa votes itself");
        to("gate", "delegate", "go", "--as", "qa", "--to", "perf").exits(Exit.YES);
        to("gate", "delegate", "go", "--as", "qa", "--to", "perf").exits(Exit.YES);
        to("gate", "delegate", "go", "--as", "qa", "--to", "qa").exits(Exit.YES);

        assertThat(passedOn()).containsExactly("from=qa to=perf", "from=qa to=qa");
    }

    @Test
    void twoWhoResolveTheSameBlockerAreNotBothToldThatTheyDid() {
        to("blocker", "raise", "quota", "--severity", "P1", "--as", "qa").exits(Exit.YES);

        to("blocker", "resolve", "BL-001", "--how", "raised", "--as", "qa").exits(Exit.YES);
        to("blocker", "resolve", "BL-001", "--how", "raised", "--as", "qa").exits(Exit.YES);

        to("blocker", "resolve", "BL-001", "--how", "bought", "--as", "perf")
                .refuses(Exit.NO, "BL-001 was resolved before by qa");
    }

    @Test
    void aNumberOfAFewLettersDoesNotFillTheMemoryOfEverybodyWhoReadsTheRun() {
        for (var number : List.of("1e999999999", "1e-999999999", "NaN", "9".repeat(100))) {
            to("gate", "tell", "disk usage", number, "--as", "qa").refuses(Exit.USAGE, "must be a number");
        }

        to("gate", "tell", "disk usage", "82.5", "--as", "qa").exits(Exit.YES);
    }

    @Test
    void aTextThatIsAFileIsRefused() {
        to("blocker", "raise", "x".repeat(70_000), "--severity", "P2", "--as", "qa")
                .refuses(Exit.USAGE, "'title' has at most 65536 characters, got 70000", "Maybe keep it in a file");
    }

    @Test
    void whatAnotherWroteDoesNotMoveTheCursorOfWhoReadsIt() {
        for (var broken : List.of("a\u001b[2Jb", "a\nBL-009 P0 nothing works")) {
            to("blocker", "raise", broken, "--severity", "P2", "--as", "qa").refuses(Exit.USAGE, "must be on one line");
        }
        to("blocker", "raise", "b\u202ec", "--severity", "P2", "--as", "qa").exits(Exit.YES);

        var list = to("blocker", "list");

        assertThat(list.out()).contains("b\\u202ec").doesNotContain("\u202e");
    }

    @Test
    void aDeliverableThatPointsOutOfTheWorkspaceIsNotThere(@TempDir Path elsewhere) throws IOException {
        var secret = Files.writeString(elsewhere.resolve("passwd"), "root");
        Files.createSymbolicLink(folder.resolve("out/clean.sh"), secret);
        to("claim", "scripts", "--as", "devops").exits(Exit.YES);

        to("done", "scripts", "--as", "devops", "--fence", "1").refuses(Exit.NO, "out/clean.sh is not there");

        Files.delete(folder.resolve("out/clean.sh"));
        Files.writeString(folder.resolve("out/real.sh"), "rm");
        Files.createSymbolicLink(folder.resolve("out/clean.sh"), Path.of("real.sh"));
        to("done", "scripts", "--as", "devops", "--fence", "1").exits(Exit.YES);
    }

    @Test
    void whoeverWorksIsAnAgentOfTheRunByIdOrName() {
        to("work", "--as", "nobody").refuses(Exit.USAGE, "there is no agent 'nobody'", "Maybe one of devops");
        to("work", "--as", "DevOps Engineer", "--as", "perf", "--once").exits(Exit.NO);
    }

    @Test
    void whatIsNotThereHasTheExitCodeOfThat() {
        to("gate", "approve", "stop", "--as", "qa").refuses(Exit.NOT_FOUND, "there is no gate stop");
        to("blocker", "resolve", "BL-007", "--how", "x", "--as", "qa")
                .refuses(Exit.NOT_FOUND, "there is no blocker BL-007");
        to("conflict", "resolve", "CF-007", "--how", "x", "--as", "qa").refuses(Exit.NOT_FOUND, "no conflict CF-007");
        to("handoff", "accept", "HD-2024-01-15-QA-001", "--as", "qa").refuses(Exit.NOT_FOUND, "no hand-off");
    }

    private List<String> passedOn() {
        return to("log", "show")
                .out()
                .lines()
                .filter(line -> line.contains("vote-delegated"))
                .map(line -> line.replaceAll(".*(from=\\w+) .*(to=\\w+).*", "$1 $2"))
                .toList();
    }

    private Said to(Object... arguments) {
        var all = new ArrayList<Object>(List.of(arguments));
        all.addAll(List.of("--workspace", folder));
        return Said.to(all.toArray());
    }
}
