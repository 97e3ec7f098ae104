package muster.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.concurrent.Callable;
import muster.coordination.CoordinationCommand;
import muster.coordination.GateCommand;
import muster.plan.AgentId;
import muster.run.TeamFacts;
import muster.wiring.OpenTeam;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Tells what gates and runs wait for: something that happened, or a metric.
@Command(
        mixinStandardHelpOptions = true,
        description = "Tells that NAME happened outside or was handed over, or, with VALUE, what a metric measured.")
final class GateTellCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final TeamOptions options = new TeamOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "the event, what another team owes, or the metric")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Parameters(index = "1", arity = "0..1", paramLabel = "VALUE", description = "what the metric measured")
    private @Nullable BigDecimal value;

    GateTellCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        return options.with(console, this::tell);
    }

    private Exit tell(OpenTeam open) {
        var by = options.by(open, console);
        if (by == null) {
            return Exit.USAGE;
        }
        var told = open.tell(command(by), options.fresh("gate-tell"));
        return options.answer(console, told, name + (value == null ? " happened" : " is " + value.toPlainString()));
    }

    private CoordinationCommand command(AgentId by) {
        return value == null
                ? new GateCommand.Signal(TeamFacts.name(name), by)
                : new GateCommand.Measure(name, value, by);
    }
}
