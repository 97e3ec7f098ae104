package muster.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Tells that an agent is alive and still at a step.
@Command(
        name = "heartbeat",
        mixinStandardHelpOptions = true,
        description = "Tells that AGENT is alive and still at TASK; its lease lasts longer.")
final class HeartbeatCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final AgentOptions agent = new AgentOptions();

    @Mixin
    private final ClaimOptions claim = new ClaimOptions();

    HeartbeatCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return agent.in(console, list -> {
            var told = list.beat(claim.held(agent), agent.key("heartbeat"));
            return new Answer(console, agent, "heartbeat").to(told, claim.task(), list.state());
        });
    }
}
