package muster.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import muster.coordination.ConflictCommand;
import muster.plan.TaskId;
import muster.wiring.OpenTeam;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Says which task should come first.
@Command(
        mixinStandardHelpOptions = true,
        description =
                "Says that FIRST should come before THEN; if another agent wants the opposite, that is a conflict.")
final class ConflictRankCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final TeamOptions options = new TeamOptions();

    @Parameters(index = "0", paramLabel = "FIRST", converter = TaskConverter.class, description = "a task")
    @SuppressWarnings("NullAway.Init")
    private TaskId first;

    @Parameters(index = "1", paramLabel = "THEN", converter = TaskConverter.class, description = "another task")
    @SuppressWarnings("NullAway.Init")
    private TaskId then;

    ConflictRankCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        return options.with(console, this::rank);
    }

    private Exit rank(OpenTeam open) {
        var by = options.by(open, console);
        if (by == null) {
            return Exit.USAGE;
        }
        var before = open.team().state().conflicts().size();
        var told = open.tell(new ConflictCommand.Rank(first, then, by), options.fresh("conflict-rank"));
        var after = open.team().state().conflicts();
        var raised = after.size() > before ? "; " + after.lastKey() + " was raised" : "";
        return options.answer(console, told, by + " wants " + first + " before " + then + raised);
    }
}
