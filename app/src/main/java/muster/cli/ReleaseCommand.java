package muster.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lays a claim down for another agent.
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = "Lays TASK down for another agent; it does not count as a failure.")
final class ReleaseCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final AgentOptions agent = new AgentOptions();

    @Mixin
    private final ClaimOptions claim = new ClaimOptions();

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why, for whoever takes it next")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    ReleaseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return agent.in(console, list -> {
            var told = list.release(claim.held(agent), reason, agent.key("release"));
            return new Answer(console, agent, "release").to(told, claim.task(), list.state());
        });
    }
}
