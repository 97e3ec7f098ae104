package muster.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import muster.desk.Route;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Says which task should come first.
@Command(
        mixinStandardHelpOptions = true,
        description =
                "Says that FIRST should come before THEN; if another agent wants the opposite, that is a conflict.")
final class ConflictRankCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    @Parameters(index = "0", paramLabel = "FIRST", description = "a task")
    @SuppressWarnings("NullAway.Init")
    private String first;

    @Parameters(index = "1", paramLabel = "THEN", description = "another task")
    @SuppressWarnings("NullAway.Init")
    private String then;

    ConflictRankCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return desk.ask(
                console,
                Route.CONFLICT_RANK,
                fields -> fields.put("first", first).put("then", then));
    }
}
