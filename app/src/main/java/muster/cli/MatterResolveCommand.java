package muster.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import muster.coordination.BlockerCommand;
import muster.coordination.ConflictCommand;
import muster.coordination.MatterId;
import muster.wiring.OpenTeam;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says that a blocker or a conflict is over.
@Command(mixinStandardHelpOptions = true, description = "Says that ID is over, and how; what it held may begin.")
final class MatterResolveCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final TeamOptions options = new TeamOptions();

    @Parameters(paramLabel = "ID", converter = MatterIdConverter.class, description = "such as BL-001 or CF-001")
    @SuppressWarnings("NullAway.Init")
    private MatterId id;

    @Option(names = "--how", required = true, paramLabel = "TEXT", description = "how it was resolved")
    @SuppressWarnings("NullAway.Init")
    private String how;

    MatterResolveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        return options.with(console, this::resolve);
    }

    private Exit resolve(OpenTeam open) {
        var by = options.by(open, console);
        if (by == null) {
            return Exit.USAGE;
        }
        var told = open.tell(
                switch (id.kind()) {
                    case BLOCKER -> new BlockerCommand.Resolve(id, by, how);
                    case CONFLICT -> new ConflictCommand.Resolve(id, by, how);
                },
                options.key("resolve/" + id));
        return options.answer(console, told, id + " resolved");
    }
}
