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

/// Gates, blockers and conflicts through the command line.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class TeamMattersTest {
    private static final String PLAN = """
            muster: 1
            plan: {id: ci, title: CI, start: "2024-01-15T08:00:00Z"}
            agents:
              - {id: devops, name: DevOps Engineer, role: devops, kind: ai}
              - {id: perf, name: Performance Specialist, role: perf, kind: ai}
              - {id: qa, name: QA Engineer, role: qa, kind: human}
              - {id: goap, name: GOAP agent, role: goap, kind: ai}
            phases:
              - id: p1
                title: Quick wins
                mode: parallel
                tasks:
                  - {id: scheduler, title: The scheduler, owners: [devops], estimate: 8h, action: {manual: do it}}
                  - {id: cache, title: The cache, owners: [perf], estimate: 8h, action: {manual: do it}}
              - id: p2
                title: Next
                needs: [p1]
                tasks:
                  - {id: matrix, title: The matrix, owners: [perf], estimate: 4h, action: {manual: do it}}
            gates:
              - id: go
                title: May phase 2 begin
                approvers: [devops, perf, qa]
                quorum: 2
                after: [scheduler, cache]
                guards: [matrix]
                policy: "'tested' in facts && blockers['P1'] == 0 && metrics['disk usage'] < 70.0"
            escalations:
              - {id: e1, when: conflicts persist, to: GOAP agent}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void begin() throws IOException {
        Files.writeString(folder.resolve("muster.yaml"), PLAN);
        to("run", "--fact", "tested", "--at", "2024-01-15T08:00:00Z").exits(Exit.YES);
    }

    @Test
    void aGateHoldsTheRunUntilItsQuorumAndItsPolicyAreThere() {
        work("scheduler", "devops");
        work("cache", "perf");

        assertThat(to("status").out())
                .startsWith("run ci: waiting")
                .contains("gate:go: May phase 2 begin", "policy:go");
        assertThat(to("next", "--as", "perf").exits(Exit.NO).err()).contains("the run waits for gate:go");
        to("gate", "approve", "go", "--as", "goap").refuses(Exit.NO, "goap is not an approver");
        to("gate", "approve", "go", "--as", "devops").exits(Exit.YES);
        to("gate", "reject", "go", "--as", "qa", "--reason", "not tested").exits(Exit.YES);
        assertThat(to("status").out())
                .contains("it cannot go on: gate go was rejected by qa: not tested")
                .contains("stands before gate go, which is not passed");
        to("gate", "reopen", "go", "--as", "qa").refuses(Exit.NO, "reopening needs a reason");
        to("gate", "reopen", "go", "--as", "qa", "--reason", "tested").exits(Exit.YES);
        to("gate", "approve", "go", "--as", "devops").exits(Exit.YES);
        to("gate", "delegate", "go", "--as", "QA Engineer", "--to", "goap").exits(Exit.YES);
        to("gate", "approve", "go", "--as", "goap", "--reason", "it is fine").exits(Exit.YES);
        assertThat(to("gate", "list").out()).contains("go  open", "2 of 2 approved; not yet policy:go; goap for qa");
        to("gate", "tell", "disk usage", "65", "--as", "qa").exits(Exit.YES);

        var gates = to("gate", "list", "--json").exits(Exit.YES).json("muster.gates/1");
        assertThat(gates.get("gates").get(0).get("state").asString()).isEqualTo("passed");
        assertThat(to("next", "--as", "perf").exits(Exit.YES).out()).contains("matrix");
    }

    @Test
    void aBlockerHoldsItsTaskAndEscalates() {
        to(
                        "blocker",
                        "raise",
                        "no runner",
                        "--severity",
                        "p1",
                        "--task",
                        "cache",
                        "--as",
                        "perf",
                        "--at",
                        "2024-01-15T09:00:00Z")
                .exits(Exit.YES);
        assertThat(to("next", "--as", "perf", "--at", "2024-01-15T09:01:00Z")
                        .exits(Exit.NO)
                        .err())
                .contains("is held by a blocker or conflict");
        to("claim", "cache", "--as", "perf", "--at", "2024-01-15T09:01:00Z")
                .refuses(Exit.CONFLICT, "held by a blocker");

        var listed =
                to("blocker", "list", "--json", "--at", "2024-01-15T10:00:00Z").json("muster.blockers/1");
        assertThat(listed.get("blockers").get(0).get("escalations").asInt()).isEqualTo(1);
        to("blocker", "resolve", "BL-001", "--how", "a runner was found", "--as", "perf")
                .exits(Exit.YES);
        assertThat(to("blocker", "list").out()).contains("BL-001  P1  resolved  no runner  [cache]");
        to("claim", "cache", "--as", "perf").exits(Exit.YES);
    }

    @Test
    void contradictingWishesAreDecidedByTheCriticalPath() {
        to("conflict", "rank", "scheduler", "cache", "--as", "devops").exits(Exit.YES);
        assertThat(to("conflict", "rank", "cache", "scheduler", "--as", "perf").out())
                .contains("CF-001 was raised");
        to("conflict", "decide", "CF-001", "--rationale", "mine", "--as", "perf")
                .refuses(Exit.NO, "is a side of it");
        to("conflict", "decide", "CF-001", "--for", "cache", "--rationale", "less risk", "--as", "goap")
                .exits(Exit.YES);

        assertThat(to("conflict", "list").out()).contains("CF-001  priority  open", "decided for perf (cache)");
        to("claim", "scheduler", "--as", "devops").refuses(Exit.CONFLICT, "held by a blocker or conflict");
    }

    @Test
    void aDisagreementIsTriedAndDecidedByFigures() {
        to(
                        "conflict",
                        "raise",
                        "which cache",
                        "--kind",
                        "technical",
                        "--side",
                        "devops@cache-a",
                        "--side",
                        "perf@cache-b",
                        "--metric",
                        "time=lower",
                        "--as",
                        "qa",
                        "--at",
                        "2024-01-15T09:00:00Z")
                .exits(Exit.YES);
        give("devops", 10, "2024-01-15T10:00:00Z");
        give("perf", 9, "2024-01-15T10:00:00Z");
        give("devops", 8, "2024-01-16T10:00:00Z");
        give("perf", 9, "2024-01-16T10:00:00Z");

        to("conflict", "decide", "CF-001", "--rationale", "r", "--as", "goap", "--at", "2024-01-16T10:00:00Z")
                .refuses(Exit.NO, "the results are reviewed at 2024-01-17T10:00:00Z");
        to(
                        "conflict",
                        "decide",
                        "CF-001",
                        "--rationale",
                        "it is faster",
                        "--as",
                        "goap",
                        "--at",
                        "2024-01-17T10:00:00Z")
                .exits(Exit.YES);
        var all = to("conflict", "list", "--json").json("muster.conflicts/1");
        assertThat(all.get("conflicts").get(0).get("decision").toString()).contains("devops", "time 8 against 9");
    }

    @Test
    void mistakesAreTold() {
        to("blocker", "resolve", "no", "--how", "so", "--as", "qa").refuses(Exit.USAGE, "must look like BL-001");
        to("conflict", "raise", "x", "--kind", "resource", "--side", "devops", "--side", "nobody=cache", "--as", "qa")
                .refuses(Exit.USAGE, "there is no agent 'nobody'");
        to("gate", "delegate", "go", "--as", "qa").refuses(Exit.USAGE, "who votes instead?");
        to("run", "--run", "other", "--fact", "held:cache").refuses(Exit.CONFLICT, "follows from what the team does");
    }

    private void give(String by, int time, String at) {
        to("conflict", "evidence", "CF-001", "--value", "time=" + time, "--as", by, "--at", at)
                .exits(Exit.YES);
    }

    private void work(String task, String by) {
        var fence = to("claim", task, "--as", by, "--json")
                .exits(Exit.YES)
                .json("muster.claim/1")
                .get("fence");
        to("done", task, "--as", by, "--fence", fence.asString()).exits(Exit.YES);
    }

    private Said to(Object... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--workspace");
        all.add(folder);
        return Said.to(all.toArray());
    }
}
