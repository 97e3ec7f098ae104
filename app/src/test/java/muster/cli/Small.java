package muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import muster.plan.Action;
import muster.plan.TaskId;
import muster.run.Command;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.RunRules;
import muster.run.RunState;
import muster.run.Step;
import muster.storage.Batch;
import muster.storage.SqliteJournal;

/// Small documents, plans and journals.
final class Small {
    static final String DOCUMENT = """
            # Release plan

            **Date**: 2026-01-05 09:00 UTC

            ## Week 1: Prepare

            - [ ] Write the notes
            - [ ] Build the package

            ## Questions

            1. **Can we start on Jan 6?**
            """;

    static final String PLAN = """
            muster: 1
            plan: {id: small, title: A small plan, start: "2026-01-05T09:00:00Z", target: ship}
            agents:
              - {id: ann, name: Ann, kind: human}
            expectations:
              - {id: notes, title: Release notes, probe: {file: NOTES.md}, phases: [ship]}
              - {id: packing, title: A packing list, probe: {file: PACKING.md}, phases: [ship]}
              - {id: poem, title: A poem, need: optional, probe: {file: POEM.md}}
            phases:
              - id: ship
                title: Ship it
                tasks:
                  - {id: send, title: Send it, owners: [ann], requires: ["ready:packing"], estimate: 1h}
            """;

    /// Two agents and two steps, one after the other.
    static final String TEAM = """
            muster: 1
            plan: {id: team, title: A team, start: "2026-01-05T09:00:00Z"}
            agents:
              - {id: ann, name: Ann, kind: ai}
              - {id: bob, name: Bob, kind: ai}
            phases:
              - id: build
                title: Build it
                mode: sequential
                tasks:
                  - {id: extract, title: Extract, owners: [ann], deliverables: [out/data.csv], estimate: 1h}
                  - {id: load, title: Load, owners: [bob], estimate: 1h}
            """;

    /// The team of one who has one thing to do.
    static final String ONE = """
            muster: 1
            plan: {id: team, title: A team, start: "2026-01-05T09:00:00Z"}
            agents:
              - {id: ann, name: Ann, kind: ai}
            phases:
              - id: p
                title: P
                tasks:
                  - {id: one, title: One, owners: [ann], estimate: 1h}
            """;

    private Small() {}

    static Path file(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /// A workspace in whose journal one run of one step was begun.
    static Path workspaceWithRun(Path folder) throws IOException {
        var id = new RunId("small");
        var step = new Step(
                new TaskId("send"),
                "Send it",
                List.of(),
                new Action.Manual("Send it"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                null);
        var start = new Command.Start(new RunPlan(id, List.of(step), List.of()), "0".repeat(64), new TreeSet<>());
        var at = Instant.parse("2026-01-05T09:00:00Z");
        try (var journal = SqliteJournal.open(journal(folder))) {
            journal.append(new Batch(id, 0, "start", RunRules.decide(RunState.before(id), start, at), at));
        }
        return folder;
    }

    /// Changes one letter of what the journal's first entry says.
    static void tamper(Path workspace) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + journal(workspace));
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE told SET events = replace(events, 'Send', 'Lend') WHERE sequence = (SELECT min(sequence) FROM told)");
        }
    }

    private static Path journal(Path workspace) throws IOException {
        return Files.createDirectories(workspace.resolve(".muster")).resolve("muster.db");
    }
}
