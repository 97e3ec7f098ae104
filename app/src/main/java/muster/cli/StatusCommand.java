package muster.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import muster.desk.Call;
import muster.desk.Route;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows where runs stand.
@Command(name = "status", mixinStandardHelpOptions = true, description = "Shows where the runs of a workspace stand.")
final class StatusCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "as it was then; default: now")
    private @Nullable Instant at;

    @Option(names = "--run", paramLabel = "RUN", description = "that run alone; default: all")
    private @Nullable String run;

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var fields = console.object();
        if (at != null) {
            fields.put("at", at.toString());
        }
        if (run != null) {
            fields.put("run", run);
        }
        var call = new Call(run == null ? Route.STATUS : Route.RUN, fields, null);
        return place.ask(console, call, InstantSource.system());
    }
}
