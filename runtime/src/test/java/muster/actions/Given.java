package muster.actions;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.Checking;
import muster.plan.LateResults;
import muster.plan.TaskId;
import muster.run.ActionCall;
import muster.run.Step;
import muster.run.Terms;

/// Attempts for performers.
final class Given {
    private Given() {}

    static Assignment attempt(String key, long fence, String... deliverables) {
        return attempt(key, fence, Map.of(), deliverables);
    }

    static Assignment attempt(String key, long fence, Map<String, String> arguments, String... deliverables) {
        var call = new ActionCall(new TaskId("a"), key, fence, new TreeMap<>(arguments), (_, _) -> {});
        var files = List.of(deliverables);
        var terms = new Terms(List.of(), files, files, Checking.NONE, LateResults.REFUSE, null);
        var step = new Step(
                        new TaskId("a"),
                        "Do it",
                        List.of(new AgentId("ann")),
                        new Action.Manual(""),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        null)
                .on(terms);
        return new Assignment(call, step, UUID.randomUUID() + "/" + fence, new TreeMap<>(), null, null, 1);
    }
}
