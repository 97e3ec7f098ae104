package muster.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import muster.mcp.McpServer;
import muster.wiring.Audit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Serves one coding agent over standard input and output.
@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        description = "Gives a coding agent the tools of a run, by the Model Context Protocol over standard input.")
final class McpCommand implements Callable<Integer> {

    private final Console console;
    private final InputStream in;

    @Mixin
    private final PlaceOptions place = new PlaceOptions();

    @Option(names = "--as", paramLabel = "AGENT", description = "in whose name; default at a server: as the token says")
    private @Nullable String agent;

    @Option(names = "--run", paramLabel = "RUN", description = "the run; default: the one that began last")
    private @Nullable String run;

    McpCommand(Console console, InputStream in) {
        this.console = console;
        this.in = in;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var settled = console.object();
        if (agent != null) {
            settled.put("as", agent);
        }
        if (run != null) {
            settled.put("run", run);
        }
        var desk = place.desk(console, InstantSource.system());
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            new McpServer(desk, settled, Audit.VERSION, console.out()).serve(reader);
        }
        return Exit.YES.code();
    }
}
