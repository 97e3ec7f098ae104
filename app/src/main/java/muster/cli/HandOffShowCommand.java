package muster.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import muster.desk.Route;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Shows a hand-off in the form in which it was offered.
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Prints a hand-off as YAML in the template's form, or as JSON with its receipt.")
final class HandOffShowCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    @Parameters(paramLabel = "ID", description = "such as HD-2024-01-15-DEVOPS-001")
    @SuppressWarnings("NullAway.Init")
    private String id;

    HandOffShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return desk.ask(console, Route.HANDOFF, fields -> fields.put("id", id));
    }
}
