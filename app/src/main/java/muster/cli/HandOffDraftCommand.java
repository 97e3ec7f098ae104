package muster.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import muster.desk.Route;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Prints what the plan says already of a hand-off that is owed.
@Command(
        name = "draft",
        mixinStandardHelpOptions = true,
        description =
                "Prints the template of a hand-off that the plan declares, filled in as far as the plan goes; what"
                        + " was checked, the risk and the next steps are yours to say.")
final class HandOffDraftCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    @Parameters(paramLabel = "NAME", description = "the hand-off of the plan, see 'owed' in 'muster handoff list'")
    private String name = "";

    HandOffDraftCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return desk.ask(console, Route.HANDOFF_DRAFT, fields -> fields.put("name", name));
    }
}
