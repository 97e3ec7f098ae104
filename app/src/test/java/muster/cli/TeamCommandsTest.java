package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import muster.engines.JournaledRun;
import muster.plan.AgentId;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.TaskId;
import muster.run.Command;
import muster.run.Hands;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.storage.SqliteJournal;
import muster.wiring.Workspace;
import muster.yaml.PlanReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a team says through the command line, in a workspace whose run was begun.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TeamCommandsTest {
    private static final RunId RUN = new RunId("r1");
    private static final String FIRST = "HD-2024-01-15-DEVOPS-001";
    private static final String PLAN = """
            muster: 1
            plan: {id: ci, title: CI, start: "2024-01-15T08:00:00Z"}
            agents:
              - {id: devops, name: DevOps Engineer, role: devops, kind: ai}
              - {id: perf, name: Performance Specialist, role: perf, kind: ai}
              - {id: qa, name: QA Engineer, role: qa, kind: human}
            phases:
              - id: p2
                title: Restructuring
                mode: sequential
                tasks:
                  - id: scheduler
                    title: Design the scheduler
                    owners: [devops]
                    action: {manual: design it}
                  - id: matrix
                    title: Build the matrix
                    owners: [perf]
                    needs: [scheduler]
                    action: {manual: build it}
            gates:
              - {id: phase-2, title: Phase 2 gate, approvers: [qa, devops], after: [matrix]}
            hand-offs:
              - {id: to-perf, title: the scheduler, from: devops, to: perf, after: scheduler, before: matrix}
            """;
    private static final String NOTE = """
            from_agent: DevOps Engineer
            to_agent: Performance Specialist
            phase: 2.1
            deliverables:
              - scheduler.sh
              - Resource allocation monitoring dashboard
            quality_checks:
              - Job scheduler functionality: PASSED
            risk_assessment: medium
            next_steps: Implement smart matrix execution
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void begin() throws IOException {
        Files.writeString(folder.resolve("muster.yaml"), PLAN);
        Files.writeString(folder.resolve("scheduler.sh"), "echo schedule\n");
        Files.writeString(folder.resolve("note.yaml"), NOTE);
        Files.createDirectories(folder.resolve(".muster"));
        tell(new Command.Start(RunPlan.of(RUN, plan()), "digest", new TreeSet<>()), "2024-01-15T08:00:00Z");
    }

    @Test
    void workIsOfferedAcceptedAndShown() {
        complete("scheduler", "devops", "2024-01-15T10:00:00Z");
        to("handoff", "offer", folder.resolve("note.yaml"), "--as", "devops", "--at", "2024-01-15T11:00:00Z")
                .exits(Exit.YES);
        assertThat(to("handoff", "list").exits(Exit.YES).out())
                .contains(FIRST + "  offered  devops -> perf", "owed: to-perf");
        var accepted = to("handoff", "accept", FIRST, "--as", "perf", "--at", "2024-01-15T12:00:00Z", "--json")
                .exits(Exit.YES)
                .json("muster.handoff/1");

        assertThat(accepted.get("state").asString()).isEqualTo("accepted");
        assertThat(accepted.get("receipt").get("scheduler.sh").asString()).hasSize(64);
        assertThat(to("handoff", "list").out()).doesNotContain("owed");
        assertThat(to("handoff", "show", FIRST).exits(Exit.YES).out())
                .startsWith("handoff_id: " + FIRST)
                .contains("- scheduler.sh: sha256:", "fulfils: to-perf");
        assertThat(Said.to("status", "--workspace", folder, "--json").out()).contains("\"ready\"");
        Said.to("log", "verify", "--workspace", folder).exits(Exit.YES);
    }

    @Test
    void aDraftHoldsWhatThePlanSaysAndIsNoOfferYet() throws IOException {
        complete("scheduler", "devops", "2024-01-15T10:00:00Z");

        var draft = to("handoff", "draft", "to-perf", "--as", "devops", "--at", "2024-01-15T11:00:00Z")
                .exits(Exit.YES)
                .out();
        Files.writeString(folder.resolve("note.yaml"), draft);

        assertThat(draft).startsWith("handoff_id: " + FIRST).contains("fulfils: to-perf", "NOT_RUN");
        to("handoff", "offer", folder.resolve("note.yaml"), "--as", "devops", "--at", "2024-01-15T11:00:00Z")
                .refuses(Exit.NO, "what was checked");
        to("handoff", "draft", "no", "--as", "devops").refuses(Exit.NOT_FOUND, "no hand-off 'no' is owed");
    }

    @Test
    void aFileThatChangedAfterTheOfferIsNotAccepted() throws IOException {
        complete("scheduler", "devops", "2024-01-15T10:00:00Z");
        to("handoff", "offer", folder.resolve("note.yaml"), "--as", "devops", "--at", "2024-01-15T11:00:00Z")
                .exits(Exit.YES);
        Files.writeString(folder.resolve("scheduler.sh"), "exit 1\n");

        to("handoff", "accept", FIRST, "--as", "perf").refuses(Exit.NO, "scheduler.sh is not what was offered");
        to("handoff", "reject", FIRST, "--as", "perf").refuses(Exit.NO, "a rejection needs a reason");
        to("handoff", "reject", FIRST, "--as", "perf", "--reason", "it was changed")
                .exits(Exit.YES);
    }

    @Test
    void mistakesAreToldWithTheirPlaces() throws IOException {
        Files.writeString(folder.resolve("note.yaml"), NOTE.replace("PASSED", "fine"));

        to("handoff", "offer", folder.resolve("note.yaml"), "--as", "devops")
                .refuses(Exit.INVALID, "note.yaml:8:34: Job scheduler functionality must be one of PASSED");
        to("handoff", "accept", "HD-1", "--as", "perf").refuses(Exit.USAGE, "must look like");
        to("handoff", "accept", FIRST, "--as", "nobody").refuses(Exit.USAGE, "there is no agent 'nobody'");
        to("handoff", "accept", FIRST).refuses(Exit.USAGE, "in whose name?");
        to("handoff", "show", FIRST).refuses(Exit.NOT_FOUND, "there is no hand-off");
        to("handoff", "list", "--run", "other").refuses(Exit.NOT_FOUND, "no run other");
        Said.to("handoff", "list", "--workspace", folder.resolve("no")).refuses(Exit.NOT_FOUND, "no run");
    }

    @Test
    void theStandUpIsDrawnFromTheJournal() {
        complete("scheduler", "devops", "2024-01-15T10:00:00Z");

        var said = to("standup", "--date", "2024-01-16").exits(Exit.YES).out();

        assertThat(said)
                .startsWith("# Daily Standup, 2024-01-16\n\n09:00 UTC (2024-01-16T09:00:00Z), 15 minutes, run r1\n")
                .contains("Participants: DevOps Engineer, Performance Specialist, QA Engineer\n")
                .contains("## DevOps Engineer\n\n**Yesterday**\n\n- done: Design the scheduler\n");
        var sync = to("sync", "--date", "2024-01-16", "--json").exits(Exit.YES).json("muster.minutes/1");
        assertThat(sync.get("participants").toString()).isEqualTo("[\"devops\",\"perf\"]");
        var ics = to("eod", "--date", "2024-01-16", "--ics").exits(Exit.YES).out();
        assertThat(ics.split("\r\n"))
                .startsWith("BEGIN:VCALENDAR", "VERSION:2.0")
                .contains("DTSTART:20240116T180000Z", "DTEND:20240116T181500Z", "SUMMARY:EOD Review")
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        to("standup", "--date", "tomorrow").refuses(Exit.USAGE, "--date must be a day");
    }

    private Said to(Object... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--workspace");
        all.add(folder);
        return Said.to(all.toArray());
    }

    private void complete(String task, String by, String at) {
        tell(new Command.CompleteManual(new TaskId(task), new AgentId(by), Hands.REAL, new TreeMap<>()), at);
    }

    private void tell(Command command, String at) {
        try (var journal = SqliteJournal.open(new Workspace(folder).journal())) {
            new JournaledRun(journal, InstantSource.fixed(Instant.parse(at)), RUN).tell(command, "test/" + at);
        }
    }

    private Plan plan() {
        return switch (PlanReader.read(folder.resolve("muster.yaml"))) {
            case Parsed.Ok<Plan>(var plan) -> plan;
            case Parsed.Failed<Plan>(var problems) -> throw new AssertionError(problems);
        };
    }
}
