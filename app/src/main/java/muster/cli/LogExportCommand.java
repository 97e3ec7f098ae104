package muster.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import muster.desk.Call;
import muster.desk.Route;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Prints every entry of the journal.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Prints every entry as one line of JSON; with these lines alone the chain can be verified.")
final class LogExportCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final PlaceOptions place = new PlaceOptions();

    LogExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return place.lines(console, new Call(Route.LOG_EXPORT, console.object(), null));
    }
}
