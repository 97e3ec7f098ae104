package muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import muster.coordination.CoordinationCommand;
import muster.coordination.HandOffNote;
import muster.coordination.HandOffRules;
import muster.engines.Told;
import muster.plan.AgentId;
import muster.plan.Parsed;
import muster.wiring.HandOffJson;
import muster.wiring.OpenTeam;
import muster.yaml.HandOffFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Offers work.
@Command(
        name = "offer",
        mixinStandardHelpOptions = true,
        description = "Offers what FILE describes; files among the deliverables are hashed.")
final class HandOffOfferCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final TeamOptions options = new TeamOptions();

    @Parameters(paramLabel = "FILE.yaml", description = "the hand-off in the template's form")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    HandOffOfferCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        return options.with(console, this::offer);
    }

    private Exit offer(OpenTeam open) {
        var by = options.by(open, console);
        if (by == null) {
            return Exit.USAGE;
        }
        var state = open.team().state();
        var next = HandOffRules.next(state, by, open.team().now());
        return switch (HandOffFile.read(file, state.charter(), next)) {
            case Parsed.Failed<HandOffNote>(var problems) -> console.refuse(problems);
            case Parsed.Ok<HandOffNote>(var note) -> offer(open, open.hashed(note), by);
        };
    }

    private Exit offer(OpenTeam open, HandOffNote note, AgentId by) {
        var told = open.tell(new CoordinationCommand.Offer(note, by), "handoff-offer/" + note.id());
        if (told instanceof Told.AlreadyTold) {
            return console.refuse(Exit.CONFLICT, note.id() + " was offered before");
        }
        var exit = options.answer(console, told, note.id() + " offered to " + note.to());
        if (exit == Exit.YES && options.json()) {
            HandOffJson.print(open.team().state(), note.id(), console::json);
        }
        return exit;
    }
}
