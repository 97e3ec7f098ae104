package muster.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import muster.desk.Route;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Gives what a side measured.
@Command(mixinStandardHelpOptions = true, description = "Gives what a side of a technical disagreement measured.")
final class ConflictEvidenceCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    @Parameters(paramLabel = "ID", description = "such as CF-001")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(names = "--value", required = true, paramLabel = "NAME=VALUE", description = "a value of each metric")
    private Map<String, BigDecimal> values = new TreeMap<>();

    ConflictEvidenceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return desk.ask(console, Route.CONFLICT_EVIDENCE, fields -> {
            values.forEach(fields.put("id", id).putObject("values")::put);
            return fields;
        });
    }
}
