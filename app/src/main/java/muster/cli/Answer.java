package muster.cli;

import java.util.List;
import java.util.stream.Stream;
import muster.actions.Contract;
import muster.engines.Told;
import muster.plan.TaskId;
import muster.run.Claimable;
import muster.run.Event;
import muster.run.Recorded;
import muster.run.RunState;
import tools.jackson.databind.node.ObjectNode;

/// What a run answered to the word of an agent, printed.
record Answer(Console console, AgentOptions options, String command) {

    /// Prints the answer; a refusal with what may be done about it.
    Exit to(Told told, TaskId task, RunState state) {
        return switch (told) {
            case Told.Accepted(var events) -> accepted(events, task, state);
            case Told.AlreadyTold(var then) -> to(then, task, state);
            case Told.Refused(var why) -> refused(why, task, state);
        };
    }

    private Exit accepted(List<Recorded> events, TaskId task, RunState state) {
        var fields = fields(task, state);
        var ready = ready(events).toList();
        var list = fields.putArray("made_ready");
        ready.forEach(list::add);
        if (options.json()) {
            console.json("muster." + command + "/1", fields);
        } else {
            console.data(task + ": " + command + ", it is " + Held.word(state.step(task)) + Held.words(state, task)
                    + (ready.isEmpty() ? "" : "; now ready: " + String.join(", ", ready)));
        }
        return Exit.YES;
    }

    private ObjectNode fields(TaskId task, RunState state) {
        var fields = console.object()
                .put("run", state.plan().id().value())
                .put("task", task.value())
                .put("agent", options.agent().value())
                .put("state", Held.word(state.step(task)))
                .put("run_status", Held.word(state));
        var hold = state.claims().hold(task);
        if (hold != null) {
            Held.put(fields, hold);
        }
        if (hold != null && command.equals("claim")) {
            fields.set("contract", Contract.of(state, task, options.root()).tree());
        }
        return fields;
    }

    private static Stream<String> ready(List<Recorded> events) {
        return events.stream()
                .map(Recorded::event)
                .filter(Event.StepReady.class::isInstance)
                .map(event -> ((Event.StepReady) event).task().value());
    }

    private Exit refused(String why, TaskId task, RunState state) {
        var exit = exit(task, state);
        var maybe = maybe(exit);
        console.refuse(exit, command + " " + task + ": " + why + "\nMaybe " + maybe);
        if (options.json()) {
            console.json(
                    "muster.refusal/1",
                    console.object()
                            .put("command", command)
                            .put("run", state.plan().id().value())
                            .put("task", task.value())
                            .put("agent", options.agent().value())
                            .put("why", why)
                            .put("maybe", maybe));
        }
        return exit;
    }

    /// Not there; not good enough yet while the claim stays; else the claim is lost, or somebody else has it.
    private Exit exit(TaskId task, RunState state) {
        if (!state.steps().containsKey(task)) {
            return Exit.NOT_FOUND;
        }
        if (command.equals("claim") && poor(task, state)) {
            return Exit.OVER_BUDGET;
        }
        var hold = state.claims().hold(task);
        return command.equals("done") && hold != null && hold.by().equals(options.agent()) ? Exit.NO : Exit.CONFLICT;
    }

    private boolean poor(TaskId task, RunState state) {
        var step = state.plan().step(task);
        return Claimable.poor(state, step, options.clock().instant()) != null;
    }

    private String maybe(Exit exit) {
        if (exit == Exit.OVER_BUDGET) {
            return "have it raised: muster steer --raise BUDGET=MORE --as AGENT --reason WHY";
        }
        if (exit == Exit.NO) {
            return "put that right and say it again, or lay it down: muster release";
        }
        return command.equals("claim")
                ? "see what you may claim: muster next --as " + options.agent()
                : "claim it again: muster claim; somebody else may be at it";
    }
}
