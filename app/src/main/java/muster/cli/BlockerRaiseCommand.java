package muster.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import muster.desk.Route;
import muster.plan.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// Says that something is in the way.
@Command(
        mixinStandardHelpOptions = true,
        description = "Says that something is in the way. P0 and P1 keep their tasks from beginning; a P0 without tasks"
                + " keeps everything.")
final class BlockerRaiseCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    @Parameters(paramLabel = "TITLE", description = "what is in the way, in one line")
    @SuppressWarnings("NullAway.Init")
    private String title;

    @Option(names = "--severity", required = true, paramLabel = "P0|P1|P2|P3", description = "how bad it is")
    @SuppressWarnings("NullAway.Init")
    private Severity severity;

    @Option(names = "--task", paramLabel = "TASK", description = "a task that it blocks; may be repeated")
    private List<String> tasks = new ArrayList<>();

    @Option(names = "--impact", paramLabel = "TEXT", description = "what it prevents")
    private String impact = "";

    @Option(names = "--delay", paramLabel = "TEXT", description = "estimated delay")
    private String delay = "";

    @Option(names = "--mitigation", paramLabel = "TEXT", description = "what is done against it")
    private String mitigation = "";

    @Option(names = "--workaround", paramLabel = "TEXT", description = "the way around it")
    private String workaround = "";

    @Option(names = "--action", paramLabel = "TEXT", description = "recommended action")
    private String action = "";

    BlockerRaiseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return desk.ask(console, Route.BLOCKER_RAISE, this::fields);
    }

    private ObjectNode fields(ObjectNode fields) {
        tasks.forEach(fields.putArray("tasks")::add);
        return fields.put("title", title)
                .put("severity", severity.name())
                .put("impact", impact)
                .put("delay", delay)
                .put("mitigation", mitigation)
                .put("workaround", workaround)
                .put("action", action);
    }
}
