package muster.cli;

import java.util.concurrent.Callable;
import muster.plan.TaskId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Answers the questions of a step that is blocked.
@Command(
        name = "reply",
        mixinStandardHelpOptions = true,
        description = "Answers the questions of TASK; whoever takes it next is given the answer.")
final class ReplyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final AgentOptions agent = new AgentOptions();

    @Parameters(paramLabel = "TASK", converter = TaskConverter.class, description = "the step")
    @SuppressWarnings("NullAway.Init")
    private TaskId task;

    @Option(names = "--answer", paramLabel = "TEXT", required = true, description = "what is to be done")
    @SuppressWarnings("NullAway.Init")
    private String answer;

    ReplyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return agent.in(console, list -> {
            var told = list.tell(new muster.run.Command.Answer(task, agent.agent(), answer), agent.key("reply"));
            return new Answer(console, agent, "reply").to(told, task, list.state());
        });
    }
}
