package muster.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import muster.desk.Route;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lays a claim down for another agent.
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = "Lays TASK down for another agent; it does not count as a failure.")
final class ReleaseCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    @Mixin
    private final ClaimOptions claim = new ClaimOptions();

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why, for whoever takes it next")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    ReleaseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return desk.ask(console, Route.RELEASE, fields -> claim.put(fields).put("reason", reason));
    }
}
