package muster.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import muster.desk.Route;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Tells an agent what it may claim, and why not the rest.
@Command(
        name = "next",
        mixinStandardHelpOptions = true,
        description = "What AGENT may claim now, and why not the rest; exit 1 if there is nothing.")
final class NextCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            description = "wait so long at most until there is something, up to PT5M; default: not at all")
    private @Nullable Duration patience;

    NextCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return desk.ask(
                console, Route.NEXT, fields -> patience == null ? fields : fields.put("wait", patience.toString()));
    }
}
