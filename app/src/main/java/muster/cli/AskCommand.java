package muster.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Asks what has to be answered before a step can go on.
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = "Lays TASK down with questions; once somebody has answered, it can be claimed again.")
final class AskCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final AgentOptions agent = new AgentOptions();

    @Mixin
    private final ClaimOptions claim = new ClaimOptions();

    @Option(names = "--question", paramLabel = "TEXT", required = true, description = "may be given several times")
    private List<String> questions = new ArrayList<>();

    AskCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return agent.in(console, list -> {
            var held = claim.held(agent);
            var ask = new muster.run.ClaimCommand.Ask(held.task(), held.fence(), held.by(), questions);
            return new Answer(console, agent, "ask").to(list.tell(ask, agent.key("ask")), claim.task(), list.state());
        });
    }
}
