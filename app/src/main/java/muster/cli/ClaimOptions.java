package muster.cli;

import muster.plan.TaskId;
import muster.wiring.Worklist;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What names a claim.
final class ClaimOptions {

    @Parameters(paramLabel = "TASK", converter = TaskConverter.class, description = "the step")
    @SuppressWarnings("NullAway.Init")
    private TaskId task;

    @Option(names = "--fence", paramLabel = "N", required = true, description = "the fence that the claim was given")
    private long fence;

    TaskId task() {
        return task;
    }

    Worklist.Held held(AgentOptions agent) {
        return new Worklist.Held(task, fence, agent.agent());
    }
}
