package muster.cli;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import muster.engines.Told;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.PhaseId;
import muster.plan.ResourceId;
import muster.plan.TaskId;
import muster.run.Command.ReportFacts;
import muster.run.Command.Retry;
import muster.run.Command.RollBack;
import muster.run.SteerCommand.Again;
import muster.run.SteerCommand.Cancel;
import muster.run.SteerCommand.Continue;
import muster.run.SteerCommand.Pause;
import muster.run.SteerCommand.Raise;
import muster.run.SteerCommand.Settle;
import muster.run.SteerCommand.Skip;
import muster.wiring.Worklist;
import muster.wiring.desk.Held;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Steers a run that is under way.
@Command(
        name = "steer",
        mixinStandardHelpOptions = true,
        description = "Pauses, continues, cancels or rolls back a run, skips or retries a step, grants rounds.")
final class SteerCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final AgentOptions agent = new AgentOptions();

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

        @Option(
                names = "--skip",
                paramLabel = "TASK",
                converter = TaskConverter.class,
                description = "do without the step")
        private @Nullable TaskId skip;

        @Option(
                names = "--retry",
                paramLabel = "TASK",
                converter = TaskConverter.class,
                description = "give a failed step all its retries again")
        private @Nullable TaskId retry;

        @Option(
                names = "--raise",
                paramLabel = "BUDGET=MORE",
                converter = {SpentOptions.Budget.class, SpentOptions.Amount.class},
                description = "add to a budget")
        private @Nullable Map<ResourceId, BigDecimal> raise;

        @Option(
                names = "--again",
                paramLabel = "LOOP",
                converter = LoopConverter.class,
                description = "have another round of a loop that waits for such a word")
        private @Nullable PhaseId again;

        @Option(
                names = "--settle",
                paramLabel = "LOOP",
                converter = LoopConverter.class,
                description = "take a loop as it is")
        private @Nullable PhaseId settle;

        @Option(
                names = "--holds",
                paramLabel = "FACT",
                converter = FactConverter.class,
                description = "a fact holds from here on")
        private @Nullable FactId holds;

        @Option(
                names = "--fails",
                paramLabel = "FACT",
                converter = FactConverter.class,
                description = "a fact does not hold any more")
        private @Nullable FactId fails;
    }

    SteerCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return agent.in(console, list -> print(list, list.tell(word(), agent.key("steer"))));
    }

    private muster.run.Command word() {
        var by = agent.agent();
        var skip = what.skip;
        var retry = what.retry;
        if (skip != null) {
            return new Skip(skip, by, reason);
        }
        if (retry != null) {
            return new Retry(retry, by, reason);
        }
        if (what.rollBack) {
            return new RollBack(by, reason);
        }
        var ofCourse = course(by);
        if (ofCourse != null) {
            return ofCourse;
        }
        if (what.goOn) {
            return new Continue(by, reason);
        }
        return what.cancel ? new Cancel(by, reason) : new Pause(by, reason);
    }

    /// What is said of loops, budgets and facts; null if it is none of that.
    private muster.run.@Nullable Command course(AgentId by) {
        var raise = what.raise;
        if (raise != null && !raise.isEmpty()) {
            var budget = raise.entrySet().iterator().next();
            return new Raise(budget.getKey(), budget.getValue(), by, reason);
        }
        if (what.again != null) {
            return new Again(what.again, by, reason);
        }
        if (what.settle != null) {
            return new Settle(what.settle, by, reason);
        }
        return what.holds == null && what.fails == null
                ? null
                : new ReportFacts(by, facts(what.holds), facts(what.fails));
    }

    private static SortedSet<FactId> facts(@Nullable FactId fact) {
        return fact == null ? new TreeSet<>() : new TreeSet<>(Set.of(fact));
    }

    private Exit print(Worklist list, Told told) {
        if (told instanceof Told.Refused(var why)) {
            return console.refuse(Exit.CONFLICT, why + "\nMaybe see where it stands: muster status");
        }
        var state = list.state();
        var id = state.plan().id().value();
        if (agent.json()) {
            console.json(
                    "muster.steer/1",
                    console.object()
                            .put("run", id)
                            .put("agent", agent.agent().value())
                            .put("run_status", Held.word(state)));
        } else {
            console.data("run " + id + ": " + Held.word(state));
        }
        return Exit.YES;
    }
}
