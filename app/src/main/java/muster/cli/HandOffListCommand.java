package muster.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import muster.coordination.HandOffRules;
import muster.wiring.HandOffJson;
import muster.wiring.OpenTeam;
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
    private final TeamOptions options = new TeamOptions();

    HandOffListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        return options.with(console, this::list);
    }

    private Exit list(OpenTeam open) {
        var state = open.team().state();
        if (options.json()) {
            console.json("muster.handoffs/1", HandOffJson.all(state));
            return Exit.YES;
        }
        state.handOffs()
                .forEach((id, handOff) -> console.data(id + "  " + HandOffJson.word(handOff) + "  "
                        + handOff.note().from() + " -> " + handOff.note().to()));
        HandOffRules.owed(state)
                .forEach(owed -> console.data(
                        "owed: " + owed.id() + "  " + owed.from() + " -> " + owed.to() + "  " + owed.title()));
        return Exit.YES;
    }
}
