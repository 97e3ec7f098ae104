package muster.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import muster.coordination.ConflictCommand;
import muster.coordination.MatterId;
import muster.wiring.OpenTeam;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Gives what a side measured.
@Command(mixinStandardHelpOptions = true, description = "Gives what a side of a technical disagreement measured.")
final class ConflictEvidenceCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final TeamOptions options = new TeamOptions();

    @Parameters(paramLabel = "ID", converter = MatterIdConverter.class, description = "such as CF-001")
    @SuppressWarnings("NullAway.Init")
    private MatterId id;

    @Option(names = "--value", required = true, paramLabel = "NAME=VALUE", description = "a value of each metric")
    private Map<String, BigDecimal> values = new TreeMap<>();

    ConflictEvidenceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        return options.with(console, this::give);
    }

    private Exit give(OpenTeam open) {
        var by = options.by(open, console);
        if (by == null) {
            return Exit.USAGE;
        }
        var command = new ConflictCommand.Give(id, by, new TreeMap<>(values));
        return options.answer(console, open.tell(command, options.fresh("conflict-evidence")), id + ": data taken");
    }
}
