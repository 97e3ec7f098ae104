package muster.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import muster.engines.JournaledRun;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.TaskId;
import muster.run.Command;
import muster.run.RunGate;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.Step;
import muster.storage.SqliteJournal;
import muster.wiring.Workspace;
import org.jspecify.annotations.Nullable;
import org.sqlite.util.LibraryLoaderUtil;
import picocli.CommandLine;

/// Loads what the short commands load, so that the start-up cache made from this run holds it.
@CommandLine.Command(
        name = "warm-up",
        hidden = true,
        description = "Loads what short commands load; used when the start-up cache is made.")
final class WarmUpCommand implements Callable<Integer> {

    private static final RunId RUN = new RunId("warm-up");
    private static final RunGate GATE =
            new RunGate(new GateId("gate"), "gate", List.of(new AgentId("agent")), List.of(), List.of());
    private static final Step STEP = new Step(
            new TaskId("step"),
            "step",
            List.of(new AgentId("agent")),
            new Action.Pack("pack.action", new TreeMap<>(Map.of("argument", "value"))),
            List.of(),
            List.of(new FactId("needed")),
            List.of(new FactId("provided")),
            List.of(GATE.id()),
            0,
            null);

    /// Where the launcher wants SQLite's library unpacked, once instead of at every start; nowhere if it does not say.
    private static void unpackLibrary(@Nullable String folder) throws IOException {
        var resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
        try (var library = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
            if (folder != null && library != null) {
                var target = Files.createDirectories(Path.of(folder));
                Files.copy(library, target.resolve(LibraryLoaderUtil.getNativeLibName()));
            }
        }
    }

    @Override
    public Integer call() throws Exception {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var line = Muster.commandLine(new Console(nowhere, nowhere, Map.of()));
        var folder = Files.createTempDirectory("muster-warm-up-");
        var plan = Files.writeString(folder.resolve("muster.yaml"), "muster: 1\nplan: {id: warm-up}\n");
        var journal = Files.createDirectories(folder.resolve(".muster")).resolve("muster.db");
        try (var written = SqliteJournal.open(journal)) {
            new JournaledRun(written, InstantSource.system(), RUN)
                    .tell(
                            new Command.Start(new RunPlan(RUN, List.of(STEP), List.of(GATE)), "0", new TreeSet<>()),
                            "start");
        }
        unpackLibrary(System.getProperty("muster.library"));
        line.execute("--help");
        line.execute("validate", plan.toString(), "--json");
        line.execute("status", "--workspace", folder.toString());
        line.execute("status", "--workspace", folder.toString(), "--json");
        line.execute("log", "verify", "--workspace", folder.toString());
        Workspace.delete(folder);
        return Exit.YES.code();
    }
}
