package muster.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import muster.coordination.ConflictCommand;
import muster.coordination.ConflictNote;
import muster.coordination.MatterId;
import muster.wiring.OpenTeam;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Decides a conflict.
@Command(
        mixinStandardHelpOptions = true,
        description = "Decides a conflict: as analysis or metrics say, or for the side that is named.")
final class ConflictDecideCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final TeamOptions options = new TeamOptions();

    @Parameters(paramLabel = "ID", converter = MatterIdConverter.class, description = "such as CF-001")
    @SuppressWarnings("NullAway.Init")
    private MatterId id;

    @Option(names = "--for", paramLabel = "AGENT|TASK|FLAG", description = "the side; default: what the figures say")
    private @Nullable String side;

    @Option(names = "--rationale", required = true, paramLabel = "TEXT", description = "why, for future reference")
    @SuppressWarnings("NullAway.Init")
    private String rationale;

    ConflictDecideCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        return options.with(console, this::decide);
    }

    private Exit decide(OpenTeam open) {
        var by = options.by(open, console);
        if (by == null) {
            return Exit.USAGE;
        }
        var conflict = open.team().state().conflicts().get(id);
        var sides = conflict == null
                ? List.<ConflictNote.Side>of()
                : conflict.note().sides();
        var chosen = IntStream.range(0, sides.size())
                .filter(number -> names(sides.get(number), side))
                .boxed()
                .toList();
        if (side != null && chosen.size() != 1) {
            return console.refuse(Exit.USAGE, "'" + side + "' names " + chosen.size() + " sides of " + id);
        }
        var command = new ConflictCommand.Decide(id, by, side == null ? null : chosen.getFirst(), rationale);
        var told = open.tell(command, options.key("conflict-decide/" + id));
        var after = open.team().state().conflicts().get(id);
        var words = after == null || after.decision() == null
                ? ""
                : " for " + after.chosen().agent();
        return options.answer(console, told, id + " decided" + words);
    }

    private static boolean names(ConflictNote.Side each, @Nullable String text) {
        return text != null
                && (each.agent().value().equals(text)
                        || each.flag().equals(text)
                        || (each.task() != null && each.task().value().equals(text)));
    }
}
