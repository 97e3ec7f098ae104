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

    @Mixin
    private final SpentOptions spent = new SpentOptions();

    HeartbeatCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return agent.in(console, list -> {
            var key = agent.key("heartbeat");
            var refused = spent.tell(list, claim.held(agent), key);
            var told = refused == null ? list.beat(claim.held(agent), key) : refused;
            return new Answer(console, agent, "heartbeat").to(told, claim.task(), list.state());
        });
    }
}
