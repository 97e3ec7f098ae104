package muster.actions;

import java.nio.file.Path;
import muster.plan.Action;
import muster.plan.TaskId;
import muster.run.Event;
import muster.run.RunState;
import muster.run.StepState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What an agent is told of its task: one object of JSON, the same for a process that is started and for one that
/// claims.
///
/// @param action what is to be done; null if the step has nothing for this purpose
/// @param folder in which it works, absolute
public record Contract(Assignment assignment, @Nullable Action action, Path folder) {
    /// Version of its form.
    public static final String SCHEMA = "muster.contract/1";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /// The contract of an attempt in a workspace.
    public static Contract of(Assignment assignment, @Nullable Action action, Path root) {
        return new Contract(assignment, action, new Worktrees(root).of(action));
    }

    /// The contract of the attempt that is under way at a step.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Contract of(RunState state, TaskId task, Path root) {
        if (!(state.step(task) instanceof StepState.Running(var purpose, var _, var attempt))) {
            throw new IllegalArgumentException("nobody is at " + task);
        }
        var key = state.plan().idempotencyKey(task, purpose, state.round(task));
        var started = new Event.AttemptStarted(task, purpose, attempt, key);
        var assignment = Assignment.of(state, started, attempt.by().value(), (_, _) -> {});
        return of(assignment, state.plan().step(task).actionFor(purpose), root);
    }

    /// As JSON.
    public ObjectNode tree() {
        var call = assignment.call();
        var step = assignment.step();
        var tree = MAPPER.createObjectNode()
                .put("schema", SCHEMA)
                .put("task", call.task().value())
                .put("title", step.title())
                .put("instruction", instruction())
                .put("key", call.key())
                .put("fence", call.fence())
                .put("folder", folder.toString());
        step.terms().deliverables().forEach(tree.putArray("deliverables")::add);
        step.terms().writes().forEach(tree.putArray("writes")::add);
        var inputs = tree.putObject("inputs");
        assignment.inputs().forEach((task, outputs) -> outputs.forEach(inputs.putObject(task.value())::put));
        var deadline = assignment.deadline();
        tree.put("deadline", deadline == null ? null : deadline.toString());
        tree.put("part", deadline == null ? null : assignment.part());
        tree.put("parts", deadline == null ? null : step.terms().parts());
        tree.put("answer", call.arguments().get("answer"));
        tree.put("returned", assignment.returned());
        return tree;
    }

    /// On one line.
    String line() {
        return MAPPER.writeValueAsString(tree()) + "\n";
    }

    private String instruction() {
        return switch (action) {
            case Action.Manual(var text) -> text;
            case Action.Agent agent -> agent.instruction();
            case null -> "";
            case Action.Command _, Action.Sql _, Action.Http _, Action.Git _, Action.Pack _ -> "";
        };
    }
}
