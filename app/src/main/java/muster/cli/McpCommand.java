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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin
    private final WhoOptions who = new WhoOptions();

    McpCommand(Console console, InputStream in) {
        this.console = console;
        this.in = in;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var settled = who.put(console.object());
        var desk = place.desk(console, InstantSource.system());
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            new McpServer(desk, settled, Audit.VERSION, console.out()).serve(reader);
        }
        return Exit.YES.code();
    }
}
