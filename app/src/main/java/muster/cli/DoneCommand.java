package muster.cli;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Tells that a step is done, or that it could not be.
@Command(
        name = "done",
        mixinStandardHelpOptions = true,
        description = "Tells that TASK is done; it counts once its deliverables are there, not empty and new.")
final class DoneCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final AgentOptions agent = new AgentOptions();

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
    public Integer call() throws Exception {
        return agent.in(console, list -> {
            var key = agent.key("done");
            var refused = spent.tell(list, claim.held(agent), key);
            if (refused != null) {
                return new Answer(console, agent, "done").to(refused, claim.task(), list.state());
            }
            var told = failed == null
                    ? list.finish(claim.held(agent), new TreeMap<>(outputs), key)
                    : list.giveUp(claim.held(agent), failed, key);
            return new Answer(console, agent, "done").to(told, claim.task(), list.state());
        });
    }
}
