package muster.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import muster.desk.Route;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Lists hand-offs.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists what was offered, and what the plan declares and nobody accepted yet.")
final class HandOffListCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    HandOffListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return desk.ask(console, Route.HANDOFF_LIST, fields -> fields);
    }
}
