package muster.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import muster.desk.Route;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Tells that an agent is alive and still at a step.
@Command(
        name = "heartbeat",
        mixinStandardHelpOptions = true,
        description = "Tells that AGENT is alive and still at TASK; its lease lasts longer.")
final class HeartbeatCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    @Mixin
    private final ClaimOptions claim = new ClaimOptions();

    @Mixin
    private final SpentOptions spent = new SpentOptions();

    HeartbeatCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return desk.ask(console, Route.HEARTBEAT, fields -> spent.put(claim.put(fields)));
    }
}
