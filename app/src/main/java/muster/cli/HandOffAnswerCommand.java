package muster.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import muster.desk.Route;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Answers an offer.
@Command(
        mixinStandardHelpOptions = true,
        description = "Answers an offer: accept takes the work, reject sends it back with a reason.")
final class HandOffAnswerCommand implements Callable<Integer> {

    private final Console console;
    private final Answer answer;

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    @Parameters(paramLabel = "ID", description = "such as HD-2024-01-15-DEVOPS-001")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why it is rejected")
    private String reason = "";

    HandOffAnswerCommand(Console console, Answer answer) {
        this.console = console;
        this.answer = answer;
    }

    /// The two answers.
    enum Answer {
        ACCEPT,
        REJECT
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return switch (answer) {
            case ACCEPT -> desk.ask(console, Route.HANDOFF_ACCEPT, fields -> fields.put("id", id));
            case REJECT ->
                desk.ask(
                        console,
                        Route.HANDOFF_REJECT,
                        fields -> fields.put("id", id).put("reason", reason));
        };
    }
}
