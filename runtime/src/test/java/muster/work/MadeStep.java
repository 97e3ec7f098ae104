package muster.work;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.Checking;
import muster.plan.LateResults;
import muster.plan.TaskId;
import muster.run.Step;
import muster.run.Terms;
import org.jspecify.annotations.Nullable;

/// A step that a test makes up.
record MadeStep(Step step) {
    /// Performed by the action `t.ID` of a pack.
    static MadeStep of(String id, AgentId owner, String... needs) {
        return new MadeStep(new Step(
                new TaskId(id),
                id,
                List.of(owner),
                new Action.Pack("t." + id, new TreeMap<>()),
                List.of(needs).stream().map(TaskId::new).toList(),
                List.of(),
                List.of(),
                List.of(),
                0,
                null));
    }

    MadeStep by(Action action) {
        return with(action, step.retries(), step.compensation());
    }

    MadeStep retrying(int retries) {
        return with(step.action(), retries, step.compensation());
    }

    MadeStep undone() {
        return with(step.action(), step.retries(), new Action.Pack("t.undo-" + step.id(), new TreeMap<>()));
    }

    private MadeStep with(Action action, int retries, @Nullable Action compensation) {
        return new MadeStep(new Step(
                        step.id(),
                        step.title(),
                        step.owners(),
                        action,
                        step.needs(),
                        List.of(),
                        List.of(),
                        List.of(),
                        retries,
                        compensation)
                .on(step.terms()));
    }

    MadeStep delivering(String file) {
        return new MadeStep(
                step.on(new Terms(List.of(), List.of(), List.of(file), Checking.NONE, LateResults.REFUSE, null)));
    }

    MadeStep within(Duration box, int parts) {
        return new MadeStep(step.on(new Terms(
                List.of(), List.of(), List.of(), Checking.NONE, LateResults.REFUSE, box, new TreeMap<>(), parts)));
    }
}
