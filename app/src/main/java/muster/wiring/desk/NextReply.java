package muster.wiring.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import muster.desk.Ending;
import muster.desk.Fields;
import muster.desk.Reply;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.TaskId;
import muster.run.Claimable;
import muster.run.RunState;
import muster.run.Step;
import muster.run.StepState;
import muster.wiring.TeamJson;
import muster.wiring.TeamWords;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What an agent may claim, and why not the rest.
record NextReply(OpenRun run, Fields fields) {
    private static final JsonMapper JSON = JsonMapper.shared();

    Reply reply() {
        var agent = run.agent(fields);
        var team = run.list().team();
        var state = team.run();
        var open = Claimable.by(state, agent, run.clock().instant());
        var waiting = waiting(state, agent);
        var lines = open.stream().map(step -> step.id() + "  " + step.title()).toList();
        var said = Stream.concat(
                        waiting.entrySet().stream().map(each -> each.getKey() + "  " + each.getValue()),
                        TeamWords.waits(team).stream().map(wait -> "the run waits for " + wait))
                .toList();
        var tree = tree(state, agent, open);
        var not = tree.putArray("not_open");
        waiting.forEach((step, why) -> not.addObject().put("task", step.value()).put("why", why));
        TeamJson.waits(tree, team);
        return new Reply.Given(
                open.isEmpty() ? Ending.NO : Ending.YES, new Reply.Document("muster.next/1", tree), lines, said, "");
    }

    private static ObjectNode tree(RunState state, AgentId agent, List<Step> claimable) {
        var fields = JSON.createObjectNode()
                .put("run", state.plan().id().value())
                .put("run_status", Held.word(state))
                .put("agent", agent.value());
        var open = fields.putArray("open");
        claimable.forEach(step -> open.add(tree(state, step)));
        var held = fields.putArray("held");
        state.claims().holds().forEach((task, hold) -> {
            if (hold.by().equals(agent)) {
                held.add(Held.put(JSON.createObjectNode().put("task", task.value()), hold));
            }
        });
        return fields;
    }

    private static ObjectNode tree(RunState state, Step step) {
        var tree = JSON.createObjectNode()
                .put("task", step.id().value())
                .put("title", step.title())
                .put("instruction", step.action() instanceof Action.Manual(var text) ? text : "")
                .put("returned", state.claims().returned().get(step.id()));
        var deliverables = tree.putArray("deliverables");
        step.terms().deliverables().forEach(deliverables::add);
        var writes = tree.putArray("writes");
        step.terms().writes().forEach(writes::add);
        return tree;
    }

    /// Why the agent may not claim what is not done, in the order of the plan.
    private Map<TaskId, String> waiting(RunState state, AgentId agent) {
        var waiting = new LinkedHashMap<TaskId, String>();
        for (var step : state.plan().steps()) {
            var why = state.step(step.id()) instanceof StepState.Done ? null : why(state, step, agent);
            if (why != null) {
                waiting.put(step.id(), why);
            }
        }
        return waiting;
    }

    /// Whoever holds it may have lost the answer that told the fence.
    private @Nullable String why(RunState state, Step step, AgentId agent) {
        var hold = state.claims().hold(step.id());
        return hold != null && hold.by().equals(agent)
                ? "you hold it" + Held.words(state, step.id())
                : Claimable.obstacle(state, step, agent, run.clock().instant());
    }
}
