package muster.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import muster.desk.Route;
import muster.run.Lease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// Claims a step of a run.
@Command(
        name = "claim",
        mixinStandardHelpOptions = true,
        description = "Claims TASK, or the first step that AGENT may claim; prints the fence that later words carry.")
final class ClaimCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    @Parameters(arity = "0..1", paramLabel = "TASK", description = "the step; default: the first of 'muster next'")
    private @Nullable String task;

    @Option(
            names = "--lease",
            paramLabel = "DURATION",
            description = "how long nobody else gets it, PT10S to PT8H; default: PT15M")
    private Duration lease = Lease.USUAL;

    @Option(
            names = "--writes",
            paramLabel = "GLOB",
            description = "what it will write beside what the step says: a path glob, or table:NAME")
    private List<String> writes = new ArrayList<>();

    ClaimCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return desk.ask(console, Route.CLAIM, this::fields);
    }

    private ObjectNode fields(ObjectNode fields) {
        writes.forEach(fields.put("lease", lease.toString()).putArray("writes")::add);
        return task == null ? fields : fields.put("task", task);
    }
}
