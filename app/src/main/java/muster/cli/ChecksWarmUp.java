package muster.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import muster.wiring.ChecksAudit;
import muster.wiring.Workspace;

/// Loads what a list of checks loads, so that the start-up cache made from this run holds that and no more: a program
/// of its own, because everything in a cache is loaded at every start.
public final class ChecksWarmUp {
    private ChecksWarmUp() {}

    /// Runs checks of each kind that lists are full of, first probed and then remembered.
    public static void main(String[] args) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("muster-warm-up-");
        try {
            runChecks(folder, new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        } finally {
            Workspace.delete(folder);
        }
    }

    private static void runChecks(Path folder, PrintStream nowhere) throws IOException, InterruptedException {
        var list = Files.writeString(folder.resolve("checks.yaml"), """
            checks:
              - {id: own, probe: {file-state: checks.yaml, mode: "0644", owner: root, contents: [{contains: own}]}}
              - probe: {file-state: checks.yaml, sha256: "%s"}
              - probe: {file-state: /bin/sh}
              - probe: {file-state: missing.txt}
              - probe: {shell: "echo out", stdout: [{contains: out}]}
              - probe: {command: [echo, out], stdout: [{matches: "^out"}], exit: 0}
              - probe: {port: 1}
            """.formatted("0".repeat(64)));
        var asked = ChecksCommand.asked(new String[] {
            "audit", "--checks", list.toString(), "--workspace", folder.toString(), "--trust", "operator", "--json"
        });
        if (asked != null) {
            var checks = new ChecksCommand(nowhere, nowhere);
            var _ = checks.run(asked);
            var _ = checks.run(asked.reusing(ChecksAudit.Reuse.UNCHANGED));
            var _ = checks.run(asked.reusing(ChecksAudit.Reuse.UNCHANGED));
        }
    }
}
