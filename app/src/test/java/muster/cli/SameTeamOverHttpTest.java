package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a team says of hand-offs, gates, blockers, conflicts and meetings is answered alike in a workspace and at a
/// server.
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class SameTeamOverHttpTest {
    private static final String PLAN = """
            muster: 1
            plan: {id: team, title: A team, start: "2026-01-05T09:00:00Z"}
            agents:
              - {id: ann, name: Ann Lee, kind: ai}
              - {id: bob, name: Bob, kind: human}
            phases:
              - id: build
                title: Build it
                mode: sequential
                tasks:
                  - {id: extract, title: Extract, owners: [ann], estimate: 1h}
                  - {id: load, title: Load, owners: [bob], needs: [extract], estimate: 1h}
              - id: aside
                title: Aside
                tasks:
                  - {id: clean, title: Clean, owners: [bob], estimate: 1h}
            gates:
              - {id: release, title: Release, approvers: [bob], after: [load]}
            hand-offs:
              - {id: to-bob, title: the data, from: ann, to: bob, after: extract, before: load}
            """;
    private static final String NOTE = """
            from_agent: Ann Lee
            to_agent: Bob
            phase: build
            deliverables: [data.csv]
            quality_checks:
              - rows: PASSED
            risk_assessment: low
            next_steps: load it
            """;

    @TempDir
    Path here;

    @TempDir
    Path there;

    @TempDir
    Path notes;

    @Test
    void handOffsAndGates() throws IOException {
        var note = Files.writeString(notes.resolve("note.yaml"), NOTE);
        var wrong = Files.writeString(notes.resolve("wrong.yaml"), NOTE.replace("PASSED", "FINE"));
        try (var both = new Alike(PLAN, here, there, "run")) {
            both.file("data.csv", "1;2\n");
            both.say("ann", 0, "handoff", "list");
            both.say("ann", 0, "handoff", "draft", "to-bob");
            both.say("ann", 3, "handoff", "offer", wrong, "--as", "ann");
            both.say("ann", 1, "handoff", "offer", note, "--as", "ann");
            both.say("ann", 0, "claim", "--as", "ann");
            both.say("ann", 0, "done", "extract", "--fence", "1", "--as", "ann");
            var offered = both.say("ann", 0, "handoff", "offer", note, "--as", "ann", "--key", "o1");
            var id = offered.out().substring(0, offered.out().indexOf(" "));
            both.say("ann", 0, "handoff", "offer", note, "--as", "ann", "--key", "o1", "--json");
            both.say("bob", 0, "handoff", "list", "--json");
            both.say("bob", 0, "handoff", "show", id);
            both.say("bob", 4, "handoff", "show", "HD-2026-01-01-ANN-009");
            both.say("ann", 1, "handoff", "accept", id, "--as", "ann");
            both.say("bob", 0, "handoff", "accept", id, "--as", "bob", "--json");
            both.say("bob", 0, "handoff", "accept", id, "--as", "bob");
            both.say("bob", 0, "claim", "load", "--as", "bob");
            both.say("bob", 1, "gate", "approve", "release", "--as", "bob");
            both.say("bob", 0, "done", "load", "--fence", "2", "--as", "bob");
            both.say("bob", 0, "gate", "list");
            both.say("ann", 1, "gate", "approve", "release", "--as", "ann");
            both.say("bob", 2, "gate", "delegate", "release", "--as", "bob");
            both.say("bob", 0, "gate", "reject", "release", "--as", "bob", "--reason", "not yet");
            both.say("bob", 0, "gate", "reopen", "gate:release", "--as", "bob", "--reason", "now", "--json");
            both.say("bob", 0, "gate", "approve", "release", "--as", "bob");
            both.say("bob", 0, "gate", "list", "--json");
            both.say("ann", 0, "gate", "tell", "cpu", "0.5", "--as", "ann");
        }
    }

    @Test
    void blockersConflictsMeetingsAndTheLog() throws IOException {
        try (var both = new Alike(PLAN, here, there, "run")) {
            both.say("ann", 0, "blocker", "raise", "no disk", "--severity", "P1", "--task", "extract", "--as", "ann");
            both.say("ann", 0, "blocker", "list");
            both.say("ann", 0, "blocker", "list", "--json");
            both.say("ann", 0, "blocker", "resolve", "BL-001", "--how", "bought", "--as", "ann", "--json");
            both.say("ann", 2, "blocker", "resolve", "nothing", "--how", "x", "--as", "ann");
            both.say("ann", 0, "conflict", "rank", "extract", "clean", "--as", "ann");
            both.say("bob", 0, "conflict", "rank", "clean", "extract", "--as", "bob");
            both.say("bob", 0, "conflict", "list");
            both.say("bob", 2, "conflict", "decide", "CF-001", "--rationale", "r", "--for", "eve", "--as", "bob");
            both.say(
                    "ann",
                    0,
                    "conflict",
                    "raise",
                    "which index",
                    "--kind",
                    "technical",
                    "--side",
                    "ann@a",
                    "--side",
                    "bob@b",
                    "--metric",
                    "seconds=lower",
                    "--as",
                    "ann");
            both.say("ann", 0, "conflict", "evidence", "CF-002", "--value", "seconds=2", "--as", "ann");
            both.say("ann", 0, "conflict", "list", "--json");
            both.say("ann", 0, "conflict", "resolve", "CF-001", "--how", "talked", "--as", "ann");
            both.say("ann", 0, "standup");
            both.say("ann", 0, "sync", "--json", "--date", "2026-01-06");
            var calendar = both.say("ann", 0, "eod", "--ics", "--date", "2026-01-06");
            both.say("ann", 2, "eod", "--date", "soon");
            both.say("ann", 1, "eod", "--hold", "--date", "2126-01-07");
            both.say("ann", 0, "steer", "--pause", "--reason", "night", "--as", "ann", "--json");
            both.say("ann", 5, "steer", "--pause", "--reason", "night", "--as", "ann");
            both.say("ann", 0, "steer", "--continue", "--reason", "day", "--as", "ann");
            both.say("ann", 0, "steer", "--skip", "clean", "--reason", "none", "--as", "ann");
            both.say("ann", 4, "standup", "--run", "other");
            both.say("ann", 0, "log", "verify", "--json");
            both.say("ann", 0, "log", "export");
            both.say("ann", 0, "log", "show", "--after", "3", "--json");
            var log = both.say("ann", 0, "log", "show");
            both.say("ann", 4, "log", "show", "--run", "other");

            assertThat(calendar.out()).contains("BEGIN:VEVENT\r\n");
            assertThat(log.out()).contains("run-started").contains("run-paused");
        }
    }
}
