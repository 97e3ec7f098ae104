package muster.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import muster.desk.Call;
import muster.desk.Route;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows what happened in a run.
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows what happened in a run, event by event; with --json an object a line.")
final class LogShowCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final PlaceOptions place = new PlaceOptions();

    @Option(names = "--run", paramLabel = "RUN", description = "the run; default: the one that began last")
    private @Nullable String run;

    @Option(names = "--after", paramLabel = "VERSION", description = "only what came after; default: ${DEFAULT-VALUE}")
    private long after;

    LogShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var fields = console.object().put("after", after);
        return place.lines(console, new Call(Route.LOG, run == null ? fields : fields.put("run", run), null));
    }
}
