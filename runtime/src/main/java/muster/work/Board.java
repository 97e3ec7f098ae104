package muster.work;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import muster.engines.Told;
import muster.plan.AgentId;
import muster.plan.TaskId;
import muster.run.Command;
import muster.run.RunState;
import muster.run.Step;
import org.jspecify.annotations.Nullable;

/// A run as those see it who claim its steps. For one thread.
public interface Board {
    /// The run as it is now, with what others have told it.
    RunState state();

    /// Steps that the agent may claim now, in the order of the plan.
    List<Step> open(AgentId agent);

    /// Claims a step for a time.
    Told claim(TaskId task, AgentId by, String key) throws IOException;

    /// Tells that the agent is alive and still at it.
    Told beat(Held held, String key);

    /// Tells that the step is done; its deliverables are looked at.
    Told finish(Held held, SortedMap<String, String> outputs, String key) throws IOException;

    /// Tells anything else.
    Told tell(Command command, String key);

    /// The key under which an attempt began; null if the run knows none with this fence.
    @Nullable
    String begunBy(long fence);

    /// A claim.
    record Held(TaskId task, long fence, AgentId by) {}
}
