package muster.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import muster.plan.Action;
import muster.plan.TaskId;
import muster.run.Claimable;
import muster.run.RunState;
import muster.run.Step;
import muster.run.StepState;
import muster.wiring.TeamJson;
import muster.wiring.TeamWords;
import muster.wiring.Worklist;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ObjectNode;

/// Tells an agent what it may claim, and why not the rest.
@Command(
        name = "next",
        mixinStandardHelpOptions = true,
        description = "What AGENT may claim now, and why not the rest; exit 1 if there is nothing.")
final class NextCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final AgentOptions agent = new AgentOptions();

    NextCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return agent.in(console, this::print);
    }

    private Exit print(Worklist list) {
        var state = list.state();
        var open = list.open(agent.agent());
        if (agent.json()) {
            print(list, open);
        } else {
            open.forEach(step -> console.data(step.id() + "  " + step.title()));
            waiting(state).forEach((step, why) -> console.say(step + "  " + why));
            TeamWords.waits(list.team()).forEach(wait -> console.say("the run waits for " + wait));
        }
        return open.isEmpty() ? Exit.NO : Exit.YES;
    }

    private void print(Worklist list, List<Step> claimable) {
        var state = list.state();
        var fields = console.object()
                .put("run", state.plan().id().value())
                .put("run_status", Held.word(state))
                .put("agent", agent.agent().value());
        var open = fields.putArray("open");
        claimable.forEach(step -> open.add(tree(state, step)));
        var held = fields.putArray("held");
        state.claims().holds().forEach((task, hold) -> {
            if (hold.by().equals(agent.agent())) {
                held.add(Held.put(console.object().put("task", task.value()), hold));
            }
        });
        var not = fields.putArray("not_open");
        waiting(state)
                .forEach(
                        (step, why) -> not.addObject().put("task", step.value()).put("why", why));
        TeamJson.waits(fields, list.team());
        console.json("muster.next/1", fields);
    }

    private ObjectNode tree(RunState state, Step step) {
        var tree = console.object()
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
    private Map<TaskId, String> waiting(RunState state) {
        var now = agent.clock().instant();
        var waiting = new LinkedHashMap<TaskId, String>();
        for (var step : state.plan().steps()) {
            var why = state.step(step.id()) instanceof StepState.Done
                    ? null
                    : Claimable.obstacle(state, step, agent.agent(), now);
            if (why != null) {
                waiting.put(step.id(), why);
            }
        }
        return waiting;
    }
}
