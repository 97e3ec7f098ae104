package muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import muster.audit.AuditReport;
import muster.wiring.Demo;
import muster.wiring.DemoResult;
import muster.wiring.FolderTaken;
import muster.wiring.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Plays the m008 example.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Plays the m008 example from import to reports; goes on where an earlier call was cut off.")
final class DemoCommand implements Callable<Integer> {

    private static final int MOST_ROWS = 100_000;

    private final Console console;

    @Option(names = "--workspace", paramLabel = "DIR", description = "where to play it; default: ./muster-demo")
    private Path folder = Path.of("muster-demo");

    @Option(names = "--rows", paramLabel = "N", description = "rows of each generated table, 1 to 100,000; default: 24")
    private int rows = 24;

    @Option(names = "--json", description = "print the outcome as JSON")
    private boolean json;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var example = Path.of(System.getProperty("muster.home", "."), "examples", "m008");
        if (rows < 1 || rows > MOST_ROWS) {
            return console.refuse(Exit.USAGE, "--rows must be between 1 and " + MOST_ROWS + ", got " + rows)
                    .code();
        }
        if (!Files.isDirectory(example)) {
            return console.refuse(Exit.NOT_FOUND, "the example is not at " + example)
                    .code();
        }
        var setting =
                new Demo.Setting(example, new Workspace(folder.toAbsolutePath().normalize()), rows);
        var farewell = new Thread(() -> console.say("\nmuster: stopped; the same command goes on from here"));
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            var result = new Demo(setting, new ProgressLine(console, InstantSource.system())).play();
            return print(result).code();
        } catch (FolderTaken taken) {
            return console.refuse(Exit.CONFLICT, String.valueOf(taken.getMessage()))
                    .code();
        } finally {
            Runtime.getRuntime().removeShutdownHook(farewell);
        }
    }

    private Exit print(DemoResult result) {
        if (json) {
            var fields = console.object()
                    .put("workspace", result.workspace().root().toString())
                    .put("decision_before", word(result.before()))
                    .put("decision_after", word(result.after()))
                    .put("journal", result.journal());
            var figures = fields.putObject("figures");
            result.figures().forEach(figures::put);
            var reports = fields.putArray("reports");
            result.reports().forEach(report -> reports.add(report.toString()));
            console.json("muster.demo/1", fields);
        }
        return Exit.YES;
    }

    private static String word(AuditReport audit) {
        return audit.decision().verdict().word();
    }
}
