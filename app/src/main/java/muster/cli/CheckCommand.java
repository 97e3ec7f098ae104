package muster.cli;

import java.util.concurrent.Callable;
import muster.run.ClaimCommand.Accept;
import muster.run.ClaimCommand.SendBack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Accepts work that another agent handed in, or sends it back.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Accepts what another agent handed in for TASK, or sends it back with a reason.")
final class CheckCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final AgentOptions agent = new AgentOptions();

    @Mixin
    private final ClaimOptions claim = new ClaimOptions();

    @ArgGroup(multiplicity = "1")
    private final Verdict verdict = new Verdict();

    /// One of the two.
    private static final class Verdict {
        @Option(names = "--accept", paramLabel = "REMARK", description = "it is as it should be")
        private @Nullable String accept;

        @Option(names = "--send-back", paramLabel = "REASON", description = "it is not, and why")
        private @Nullable String sendBack;
    }

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return agent.in(console, list -> {
            var held = claim.held(agent);
            var accept = verdict.accept;
            var word = accept == null
                    ? new SendBack(held.task(), held.fence(), held.by(), String.valueOf(verdict.sendBack))
                    : new Accept(held.task(), held.fence(), held.by(), accept);
            return new Answer(console, agent, "check")
                    .to(list.tell(word, agent.key("check")), claim.task(), list.state());
        });
    }
}
