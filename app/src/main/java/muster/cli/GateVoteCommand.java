package muster.cli;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import muster.desk.Route;
import muster.plan.GateId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Votes at a gate, opens a rejected one for another vote, or lets somebody else vote.
@Command(
        mixinStandardHelpOptions = true,
        description = "Votes at a gate, asks another to do it, or opens a rejected gate again.")
final class GateVoteCommand implements Callable<Integer> {

    private final Console console;
    private final Vote vote;

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    @Parameters(paramLabel = "GATE", description = "the gate, see 'muster gate list'")
    @SuppressWarnings("NullAway.Init")
    private String gate;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why")
    private String reason = "";

    @Option(names = "--to", paramLabel = "AGENT", description = "who votes instead, with 'delegate'")
    private @Nullable String to;

    GateVoteCommand(Console console, Vote vote) {
        this.console = console;
        this.vote = vote;
    }

    /// What is said.
    enum Vote {
        APPROVE(Route.GATE_APPROVE),
        REJECT(Route.GATE_REJECT),
        REOPEN(Route.GATE_REOPEN),
        DELEGATE(Route.GATE_DELEGATE);

        private final Route route;

        Vote(Route route) {
            this.route = route;
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return desk.ask(console, vote.route, fields -> {
            var said = fields.put("gate", id()).put("reason", reason);
            return to == null ? said : said.put("to", to);
        });
    }

    /// `gate:` before it is left out.
    private String id() {
        return Objects.requireNonNullElse(GateId.amongTasks(gate), gate);
    }
}
