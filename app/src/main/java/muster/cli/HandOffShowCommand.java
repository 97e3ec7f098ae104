package muster.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import muster.coordination.HandOffId;
import muster.wiring.HandOffJson;
import muster.wiring.OpenTeam;
import muster.yaml.HandOffFile;
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
    private final TeamOptions options = new TeamOptions();

    @Parameters(
            paramLabel = "ID",
            converter = HandOffIdConverter.class,
            description = "such as HD-2024-01-15-DEVOPS-001")
    @SuppressWarnings("NullAway.Init")
    private HandOffId id;

    HandOffShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        return options.with(console, this::show);
    }

    private Exit show(OpenTeam open) {
        var state = open.team().state();
        var handOff = state.handOffs().get(id);
        if (handOff == null) {
            return console.refuse(Exit.NOT_FOUND, "there is no hand-off " + id);
        }
        if (options.json()) {
            HandOffJson.print(state, id, console::json);
        } else {
            console.say(id + " is " + HandOffJson.word(handOff));
            console.data(HandOffFile.write(handOff.note(), state.charter()).stripTrailing());
        }
        return Exit.YES;
    }
}
