package muster.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import muster.desk.Route;
import muster.plan.ResourceId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// Steers a run that is under way.
@Command(
        name = "steer",
        mixinStandardHelpOptions = true,
        description = "Pauses, continues, cancels or rolls back a run, skips or retries a step, grants rounds.")
final class SteerCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    @ArgGroup(multiplicity = "1")
    private final What what = new What();

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    /// One of them.
    private static final class What {
        @Option(names = "--pause", description = "let nothing begin; what is under way may end")
        @SuppressWarnings("UnusedVariable") // it is what remains if none of the others is given
        private boolean pause;

        @Option(names = "--continue", description = "go on after a pause")
        private boolean goOn;

        @Option(names = "--cancel", description = "end the run as it is")
        private boolean cancel;

        @Option(names = "--roll-back", description = "undo what was done, the last first")
        private boolean rollBack;

        @Option(names = "--skip", paramLabel = "TASK", description = "do without the step")
        private @Nullable String skip;

        @Option(names = "--retry", paramLabel = "TASK", description = "give a failed step all its retries again")
        private @Nullable String retry;

        @Option(
                names = "--raise",
                paramLabel = "BUDGET=MORE",
                converter = {SpentOptions.Budget.class, SpentOptions.Amount.class},
                description = "add to a budget")
        private @Nullable Map<ResourceId, BigDecimal> raise;

        @Option(
                names = "--again",
                paramLabel = "LOOP",
                description = "have another round of a loop that waits for such a word")
        private @Nullable String again;

        @Option(names = "--settle", paramLabel = "LOOP", description = "take a loop as it is")
        private @Nullable String settle;

        @Option(names = "--holds", paramLabel = "FACT", description = "a fact holds from here on")
        private @Nullable String holds;

        @Option(names = "--fails", paramLabel = "FACT", description = "a fact does not hold any more")
        private @Nullable String fails;

        ObjectNode put(ObjectNode fields) {
            if (raise != null && !raise.isEmpty()) {
                var budget = raise.entrySet().iterator().next();
                return fields.put("order", "raise")
                        .put("what", budget.getKey().value())
                        .put("more", budget.getValue());
            }
            var named = new LinkedHashMap<String, @Nullable String>();
            named.put("skip", skip);
            named.put("retry", retry);
            named.put("again", again);
            named.put("settle", settle);
            named.put("holds", holds);
            named.put("fails", fails);
            named.forEach((order, name) -> {
                if (name != null) {
                    fields.put("order", order).put("what", name);
                }
            });
            return fields.has("order") ? fields : fields.put("order", ofRun());
        }

        private String ofRun() {
            if (rollBack) {
                return "roll-back";
            }
            if (goOn) {
                return "continue";
            }
            return cancel ? "cancel" : "pause";
        }
    }

    SteerCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return desk.ask(console, Route.STEER, fields -> what.put(fields.put("reason", reason)));
    }
}
