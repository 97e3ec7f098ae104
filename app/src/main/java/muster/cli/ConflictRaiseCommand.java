package muster.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import muster.coordination.ConflictCommand;
import muster.coordination.ConflictNote;
import muster.coordination.ConflictNote.Side;
import muster.coordination.Yardstick;
import muster.coordination.Yardstick.Better;
import muster.plan.ConflictKind;
import muster.plan.Ids;
import muster.plan.TaskId;
import muster.wiring.OpenTeam;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says that there is a conflict.
@Command(mixinStandardHelpOptions = true, description = "Says that there is a conflict, and between whom.")
final class ConflictRaiseCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final TeamOptions options = new TeamOptions();

    @Parameters(paramLabel = "ABOUT", description = "the resource, or the question, in one line")
    @SuppressWarnings("NullAway.Init")
    private String about;

    @Option(
            names = "--kind",
            required = true,
            paramLabel = "priority|resource|technical",
            description = "which protocol")
    @SuppressWarnings("NullAway.Init")
    private ConflictKind kind;

    @Option(
            names = "--side",
            required = true,
            paramLabel = "AGENT[=TASK][@FLAG]",
            description = "a side: its agent, its task, and the feature flag of its solution; twice or more")
    private List<String> sides = new ArrayList<>();

    @Option(
            names = "--metric",
            paramLabel = "NAME=lower|higher",
            description = "what a technical disagreement is decided by, the most important first")
    private Map<String, Better> metrics = new LinkedHashMap<>();

    ConflictRaiseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        return options.with(console, this::raise);
    }

    private Exit raise(OpenTeam open) {
        var by = options.by(open, console);
        if (by == null) {
            return Exit.USAGE;
        }
        var read = new ArrayList<Side>();
        for (var text : sides) {
            var side = side(open, text);
            if (side == null) {
                return Exit.USAGE;
            }
            read.add(side);
        }
        var yardsticks = metrics.entrySet().stream()
                .map(metric -> new Yardstick(metric.getKey(), metric.getValue()))
                .toList();
        var note = new ConflictNote(kind, about, read, yardsticks, by);
        var told = open.tell(new ConflictCommand.Raise(note), options.fresh("conflict-raise"));
        var conflicts = open.team().state().conflicts();
        var id = conflicts.isEmpty() ? "" : conflicts.lastKey().toString();
        return options.answer(console, told, id + " raised over " + about);
    }

    /// Null once it was said what is wrong.
    private @Nullable Side side(OpenTeam open, String text) {
        var at = text.indexOf('@');
        var flag = at < 0 ? "" : text.substring(at + 1);
        var parts = (at < 0 ? text : text.substring(0, at)).split("=", 2);
        var agent = options.member(open, console, parts[0]);
        if (agent == null) {
            return null;
        }
        if (parts.length == 1) {
            return new Side(agent, null, flag);
        }
        if (!Ids.isId(parts[1])) {
            console.refuse(Exit.USAGE, "no id of a task: '" + parts[1] + "'");
            return null;
        }
        return new Side(agent, new TaskId(parts[1]), flag);
    }
}
