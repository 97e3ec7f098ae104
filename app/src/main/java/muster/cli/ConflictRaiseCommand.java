package muster.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import muster.coordination.Yardstick.Better;
import muster.desk.Route;
import muster.plan.ConflictKind;
import muster.wiring.desk.Held;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// Says that there is a conflict.
@Command(mixinStandardHelpOptions = true, description = "Says that there is a conflict, and between whom.")
final class ConflictRaiseCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final DeskOptions desk = new DeskOptions();

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
    public Integer call() throws IOException, InterruptedException {
        return desk.ask(console, Route.CONFLICT_RAISE, this::fields);
    }

    private ObjectNode fields(ObjectNode fields) {
        sides.forEach(fields.putArray("sides")::add);
        var list = fields.putArray("metrics");
        metrics.forEach((metric, better) -> list.add(metric + "=" + Held.word(better)));
        return fields.put("about", about).put("kind", kind.name());
    }
}
