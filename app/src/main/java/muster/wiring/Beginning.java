package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import muster.facts.Truth;
import muster.json.Sha256;
import muster.plan.FactId;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.TaskId;
import muster.run.Command;
import muster.run.RunId;
import muster.run.WholeRun;

/// How a run of a plan file begins: with the plan as it is now, and the facts that the newest audit of it found.
public final class Beginning {

    private Beginning() {}

    /// Who carries it out.
    ///
    /// @param facts that hold beside those of the audit
    /// @param parts the plans that tasks are
    public record Setting(
            RunId run, WholeRun.Conduct conduct, SortedSet<FactId> facts, SortedMap<TaskId, Plan> parts) {}

    /// The command that begins the run.
    public static Command.Start of(Workspace workspace, Path file, Plan plan, Setting setting) throws IOException {
        var facts = new TreeSet<>(setting.facts());
        facts.addAll(audited(workspace, plan, Instant.now()));
        var run = WholeRun.of(setting.run(), plan, setting.conduct(), setting.parts());
        return new Command.Start(run, Sha256.of(Files.readAllBytes(file)), facts);
    }

    private static SortedSet<FactId> audited(Workspace workspace, Plan plan, Instant now) throws IOException {
        var facts = new TreeSet<FactId>();
        if (KeptAudit.newest(workspace) instanceof Parsed.Ok<KeptAudit>(var audit)
                && audit.pipeline().plan().header().id().equals(plan.header().id())) {
            var world = audit.report().facts();
            world.facts().keySet().stream()
                    .filter(fact -> world.truthOf(fact, now) == Truth.TRUE)
                    .forEach(facts::add);
        }
        return facts;
    }
}
