package muster.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import muster.coordination.HandOffDraft;
import muster.wiring.OpenTeam;
import muster.yaml.HandOffFile;
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
    private final TeamOptions options = new TeamOptions();

    @Parameters(paramLabel = "NAME", description = "the hand-off of the plan, see 'owed' in 'muster handoff list'")
    private String name = "";

    HandOffDraftCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        return options.with(console, this::draft);
    }

    private Exit draft(OpenTeam open) {
        var state = open.team().state();
        var note = HandOffDraft.of(state, name, open.team().now());
        if (note == null) {
            return console.refuse(
                    Exit.NOT_FOUND, "no hand-off '" + name + "' is owed\nMaybe see which are: muster handoff list");
        }
        console.data(HandOffFile.write(note, state.charter()).stripTrailing());
        return Exit.YES;
    }
}
