package muster.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.concurrent.Callable;
import muster.desk.Route;
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
    private final DeskOptions desk = new DeskOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "the event, what another team owes, or the metric")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Parameters(index = "1", arity = "0..1", paramLabel = "VALUE", description = "what the metric measured")
    private @Nullable BigDecimal value;

    GateTellCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return desk.ask(console, Route.GATE_TELL, fields -> {
            var said = fields.put("name", name);
            return value == null ? said : said.put("value", value.toPlainString());
        });
    }
}
