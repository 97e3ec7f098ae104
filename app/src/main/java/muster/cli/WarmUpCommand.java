package muster.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.Callable;
import muster.storage.SqliteJournal;
import picocli.CommandLine.Command;

/// Loads what the short commands load, so that the start-up cache made from this run holds it.
@Command(
        name = "warm-up",
        hidden = true,
        description = "Loads what short commands load; used when the start-up cache is made.")
final class WarmUpCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var line = Muster.commandLine(new Console(nowhere, nowhere, Map.of()));
        var folder = Files.createTempDirectory("muster-warm-up-");
        var plan = Files.writeString(folder.resolve("muster.yaml"), "muster: 1\nplan: {id: warm-up}\n");
        var journal = Files.createDirectories(folder.resolve(".muster")).resolve("muster.db");
        SqliteJournal.open(journal).close();
        line.execute("--help");
        line.execute("validate", plan.toString(), "--json");
        line.execute("status", "--workspace", folder.toString(), "--json");
        line.execute("log", "verify", "--workspace", folder.toString());
        return Exit.YES.code();
    }
}
