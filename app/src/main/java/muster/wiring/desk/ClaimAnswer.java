package muster.wiring.desk;

import java.util.List;
import java.util.stream.Stream;
import muster.actions.Contract;
import muster.desk.Call;
import muster.desk.Ending;
import muster.desk.Reply;
import muster.desk.Route;
import muster.engines.Told;
import muster.plan.AgentId;
import muster.plan.TaskId;
import muster.run.Claimable;
import muster.run.Event;
import muster.run.Recorded;
import muster.run.RunState;
import muster.run.StepState;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a run answers to the word of an agent.
///
/// @param call what it said
record ClaimAnswer(OpenRun run, Call call, AgentId agent) {
    private static final JsonMapper JSON = JsonMapper.shared();

    private String word() {
        return call.route().word();
    }

    /// The answer; a refusal with what may be done about it.
    Reply to(Told told, TaskId task) {
        return switch (told) {
            case Told.Accepted(var events) -> accepted(events, task, run.list().state());
            case Told.AlreadyTold(var then) -> to(then, task);
            case Told.Refused(var why) -> refused(why, task, run.list().state());
        };
    }

    private Reply accepted(List<Recorded> events, TaskId task, RunState state) {
        var fields = fields(task, state);
        var ready = ready(events).toList();
        var list = fields.putArray("made_ready");
        ready.forEach(list::add);
        var line = task + ": " + word() + ", it is " + Held.word(state.step(task)) + Held.words(state, task)
                + (ready.isEmpty() ? "" : "; now ready: " + String.join(", ", ready));
        return new Reply.Given(new Reply.Document("muster." + word() + "/1", fields), List.of(line));
    }

    private ObjectNode fields(TaskId task, RunState state) {
        var fields = JSON.createObjectNode()
                .put("run", state.plan().id().value())
                .put("task", task.value())
                .put("agent", agent.value())
                .put("state", Held.word(state.step(task)))
                .put("run_status", Held.word(state));
        var hold = state.claims().hold(task);
        if (hold != null) {
            Held.put(fields, hold);
        }
        if (hold != null && call.route() == Route.CLAIM) {
            fields.set("contract", Contract.of(state, task, run.root()).tree());
        }
        return fields;
    }

    private static Stream<String> ready(List<Recorded> events) {
        return events.stream()
                .map(Recorded::event)
                .filter(Event.StepReady.class::isInstance)
                .map(event -> ((Event.StepReady) event).task().value());
    }

    private Reply refused(String why, TaskId task, RunState state) {
        var ending = ending(task, state);
        var maybe = maybe(ending, task, state);
        var fields = JSON.createObjectNode()
                .put("command", word())
                .put("run", state.plan().id().value())
                .put("task", task.value())
                .put("agent", agent.value())
                .put("why", why)
                .put("maybe", maybe);
        return new Reply.Refused(
                ending,
                word() + " " + task + ": " + why + "\nMaybe " + maybe,
                List.of(),
                new Reply.Document("muster.refusal/1", fields));
    }

    /// Not there; not good enough yet while the claim stays; else the claim is lost, or somebody else has it.
    private Ending ending(TaskId task, RunState state) {
        if (!state.steps().containsKey(task)) {
            return Ending.NOT_FOUND;
        }
        if (call.route() == Route.CLAIM && poor(task, state)) {
            return Ending.OVER_BUDGET;
        }
        var hold = state.claims().hold(task);
        var holds = hold != null
                && hold.by().equals(agent)
                && Long.toString(hold.fence()).equals(call.fields().textOrNull("fence"));
        return holds ? Ending.NO : Ending.CONFLICT;
    }

    private boolean poor(TaskId task, RunState state) {
        var step = state.plan().step(task);
        return Claimable.poor(state, step, run.clock().instant()) != null;
    }

    private String maybe(Ending ending, TaskId task, RunState state) {
        if (ending == Ending.NOT_FOUND) {
            return "see which steps there are: muster status";
        }
        if (ending == Ending.OVER_BUDGET) {
            return "have it raised: muster steer --raise BUDGET=MORE --as AGENT --reason WHY";
        }
        if (ending == Ending.NO) {
            return "put that right and say it again, or lay it down: muster release";
        }
        if (call.route() == Route.REPLY || call.route() == Route.CHECK) {
            return "see where it stands: muster status";
        }
        var hold = state.claims().hold(task);
        if (call.route() == Route.CLAIM && hold != null && hold.by().equals(agent)) {
            return "go on with it: muster heartbeat, done or release, each with --fence " + hold.fence();
        }
        return call.route() == Route.CLAIM || state.step(task) instanceof StepState.Done
                ? "see what you may claim: muster next --as " + agent
                : "claim it again: muster claim; somebody else may be at it";
    }
}
