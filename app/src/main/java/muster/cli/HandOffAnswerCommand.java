package muster.cli;

import java.io.IOException;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import muster.coordination.CoordinationCommand;
import muster.coordination.HandOffId;
import muster.plan.AgentId;
import muster.wiring.HandOffJson;
import muster.wiring.OpenTeam;
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
    private final TeamOptions options = new TeamOptions();

    @Parameters(
            paramLabel = "ID",
            converter = HandOffIdConverter.class,
            description = "such as HD-2024-01-15-DEVOPS-001")
    @SuppressWarnings("NullAway.Init")
    private HandOffId id;

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
    public Integer call() throws IOException {
        return options.with(console, this::answer);
    }

    private Exit answer(OpenTeam open) {
        var by = options.by(open, console);
        if (by == null) {
            return Exit.USAGE;
        }
        var told = open.tell(command(open, by), key());
        var exit = options.answer(console, told, id + (answer == Answer.ACCEPT ? " accepted" : " rejected"));
        if (exit == Exit.YES && options.json()) {
            HandOffJson.print(open.team().state(), id, console::json);
        }
        return exit;
    }

    private String key() {
        return (answer == Answer.ACCEPT ? "handoff-accept/" : "handoff-reject/") + id;
    }

    private CoordinationCommand command(OpenTeam open, AgentId by) {
        var offered = open.team().state().handOffs().get(id);
        return switch (answer) {
            case ACCEPT ->
                new CoordinationCommand.Accept(id, by, offered == null ? new TreeMap<>() : open.found(offered.note()));
            case REJECT -> new CoordinationCommand.SendBack(id, by, reason);
        };
    }
}
