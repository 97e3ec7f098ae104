package muster.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import muster.desk.Route;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Asks what has to be answered before a step can go on.
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = "Lays TASK down with questions; once somebody has answered, it can be claimed again.")
final class AskCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    @Mixin
    private final ClaimOptions claim = new ClaimOptions();

    @Option(names = "--question", paramLabel = "TEXT", required = true, description = "may be given several times")
    private List<String> questions = new ArrayList<>();

    AskCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return desk.ask(console, Route.ASK, fields -> {
            questions.forEach(claim.put(fields).putArray("questions")::add);
            return fields;
        });
    }
}
