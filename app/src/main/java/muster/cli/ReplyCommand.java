package muster.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import muster.desk.Route;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Answers the questions of a step that is blocked.
@Command(
        name = "reply",
        mixinStandardHelpOptions = true,
        description = "Answers the questions of TASK; whoever takes it next is given the answer.")
final class ReplyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    @Parameters(paramLabel = "TASK", description = "the step")
    @SuppressWarnings("NullAway.Init")
    private String task;

    @Option(names = "--answer", paramLabel = "TEXT", required = true, description = "what is to be done")
    @SuppressWarnings("NullAway.Init")
    private String answer;

    ReplyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return desk.ask(console, Route.REPLY, fields -> fields.put("task", task).put("answer", answer));
    }
}
