package muster.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import muster.desk.Route;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says that a blocker or a conflict is over.
@Command(mixinStandardHelpOptions = true, description = "Says that ID is over, and how; what it held may begin.")
final class MatterResolveCommand implements Callable<Integer> {

    private final Console console;
    private final Route route;

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    @Parameters(paramLabel = "ID", description = "such as BL-001 or CF-001")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(names = "--how", required = true, paramLabel = "TEXT", description = "how it was resolved")
    @SuppressWarnings("NullAway.Init")
    private String how;

    MatterResolveCommand(Console console, Route route) {
        this.console = console;
        this.route = route;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return desk.ask(console, route, fields -> fields.put("id", id).put("how", how));
    }
}
