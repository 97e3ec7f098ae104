package muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import muster.desk.Call;
import muster.desk.Route;
import muster.plan.FactId;
import muster.plan.TaskId;
import muster.run.RunId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// Plans the rest of a run again.
@Command(
        name = "replan",
        mixinStandardHelpOptions = true,
        description = "Plans the rest of a run again from its state and the newest audit; exit 1 if nothing reaches "
                + "the goal, 5 if work that is under way would be dropped.")
final class ReplanCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "the plan, at a server in its workspace; default: the workspace's muster.yaml")
    private @Nullable Path plan;

    @Option(
            names = "--run",
            paramLabel = "RUN",
            converter = RunConverter.class,
            description = "the run; default: the one that began last")
    private @Nullable RunId run;

    @Option(
            names = "--holds",
            paramLabel = "FACT",
            converter = FactConverter.class,
            description = "a fact that holds now")
    private List<FactId> holding = new ArrayList<>();

    @Option(
            names = "--fails",
            paramLabel = "FACT",
            converter = FactConverter.class,
            description = "a fact that does not hold any more")
    private List<FactId> failing = new ArrayList<>();

    @Option(
            names = "--retry",
            paramLabel = "TASK",
            converter = TaskConverter.class,
            description = "a step that failed and may be tried again")
    private List<TaskId> retried = new ArrayList<>();

    @Option(
            names = "--drop",
            paramLabel = "TASK",
            converter = TaskConverter.class,
            description = "a step that may be taken from whoever is at it")
    private List<TaskId> dropped = new ArrayList<>();

    @Option(names = "--apply", description = "go on with the run like this; without it nothing is changed")
    private boolean apply;

    @Option(names = "--as", paramLabel = "AGENT", description = "who replans")
    private @Nullable String agent;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why the plan is another")
    private @Nullable String reason;

    @Mixin
    private final ClockOption clock = new ClockOption();

    @Mixin
    private final IngressOption ingress = new IngressOption();

    ReplanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return ingress.ask(console, place, new Call(Route.REPLANNING, fields(), null), clock.get());
    }

    private ObjectNode fields() {
        var fields = console.object();
        put(fields, "as", agent);
        put(fields, "reason", reason);
        put(fields, "plan", plan);
        put(fields, "run", run);
        put(fields, "holds", holding);
        put(fields, "fails", failing);
        put(fields, "retry", retried);
        put(fields, "drop", dropped);
        return fields.put("apply", apply);
    }

    private static void put(ObjectNode fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }

    private static void put(ObjectNode fields, String name, List<?> values) {
        values.forEach(value -> fields.withArray(name).add(value.toString()));
    }
}
