package muster.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import muster.desk.Route;
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
    private final DeskOptions desk = new DeskOptions();

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
    public Integer call() throws IOException, InterruptedException {
        return desk.ask(console, Route.CHECK, fields -> {
            var accept = verdict.accept;
            return accept == null
                    ? claim.put(fields).put("send_back", verdict.sendBack)
                    : claim.put(fields).put("accept", accept);
        });
    }
}
