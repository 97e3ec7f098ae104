package muster.cli;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import muster.desk.Route;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// Tells that a step is done, or that it could not be.
@Command(
        name = "done",
        mixinStandardHelpOptions = true,
        description = "Tells that TASK is done; it counts once its deliverables are there, not empty and new.")
final class DoneCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    @Mixin
    private final ClaimOptions claim = new ClaimOptions();

    @Mixin
    private final SpentOptions spent = new SpentOptions();

    @Option(names = "--output", paramLabel = "NAME=VALUE", description = "a figure or name worth keeping")
    private Map<String, String> outputs = new TreeMap<>();

    @Option(names = "--failed", paramLabel = "WHY", description = "it could not be done")
    private @Nullable String failed;

    DoneCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return desk.ask(console, Route.DONE, this::fields);
    }

    private ObjectNode fields(ObjectNode fields) {
        outputs.forEach(spent.put(claim.put(fields)).putObject("outputs")::put);
        return failed == null ? fields : fields.put("failed", failed);
    }
}
