package muster.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import muster.plan.TaskId;
import muster.run.Lease;
import muster.wiring.Worklist;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Claims a step of a run.
@Command(
        name = "claim",
        mixinStandardHelpOptions = true,
        description = "Claims TASK, or the first step that AGENT may claim; prints the fence that later words carry.")
final class ClaimCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final AgentOptions agent = new AgentOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "TASK",
            converter = TaskConverter.class,
            description = "the step; default: the first of 'muster next'")
    private @Nullable TaskId task;

    @Option(
            names = "--lease",
            paramLabel = "DURATION",
            description = "how long nobody else gets it, PT10S to PT8H; default: PT15M")
    private Duration lease = Lease.USUAL;

    @Option(
            names = "--writes",
            paramLabel = "GLOB",
            description = "what it will write beside what the step says: a path glob, or table:NAME")
    private List<String> writes = new ArrayList<>();

    ClaimCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return agent.in(console, this::claim);
    }

    private Exit claim(Worklist list) throws Exception {
        var chosen = task == null ? first(list) : task;
        if (chosen == null) {
            return console.refuse(
                    Exit.NO,
                    "nothing to claim for " + agent.agent() + " now\nMaybe see why: muster next --as " + agent.agent());
        }
        var told = list.claim(new Worklist.Wish(chosen, agent.agent(), lease, writes), agent.key("claim"));
        return new Answer(console, agent, "claim").to(told, chosen, list.state());
    }

    private @Nullable TaskId first(Worklist list) {
        var open = list.open(agent.agent());
        return open.isEmpty() ? null : open.getFirst().id();
    }
}
