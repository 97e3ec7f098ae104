package muster.cli;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import muster.desk.Call;
import muster.desk.Route;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Checks the journal's hash chain.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks the journal's hash chain; exit 0 if it holds.")
final class LogVerifyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final PlaceOptions place = new PlaceOptions();

    LogVerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return place.ask(console, new Call(Route.LOG_VERIFY, console.object(), null), InstantSource.system());
    }
}
