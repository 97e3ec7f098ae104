package muster.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import muster.desk.Route;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Decides a conflict.
@Command(
        mixinStandardHelpOptions = true,
        description = "Decides a conflict: as analysis or metrics say, or for the side that is named.")
final class ConflictDecideCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    @Parameters(paramLabel = "ID", description = "such as CF-001")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(names = "--for", paramLabel = "AGENT|TASK|FLAG", description = "the side; default: what the figures say")
    private @Nullable String side;

    @Option(names = "--rationale", required = true, paramLabel = "TEXT", description = "why, for future reference")
    @SuppressWarnings("NullAway.Init")
    private String rationale;

    ConflictDecideCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return desk.ask(console, Route.CONFLICT_DECIDE, fields -> {
            var said = fields.put("id", id).put("rationale", rationale);
            return side == null ? said : said.put("for", side);
        });
    }
}
