package muster.engines;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.TaskId;
import muster.run.RunGate;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.Step;

/// Small plans for tests.
final class Steps {
    static final TreeSet<FactId> NO_FACTS = new TreeSet<>();

    private Steps() {}

    static Step pack(String id, String... needs) {
        return step(id, new Action.Pack("test." + id, new TreeMap<>()), needs);
    }

    static Step manual(String id, String... needs) {
        return step(id, new Action.Manual("do " + id), needs);
    }

    static Step step(String id, Action action, String... needs) {
        var before = List.of(needs).stream().map(TaskId::new).toList();
        return new Step(new TaskId(id), id, List.of(), action, before, List.of(), List.of(), List.of(), 1, null);
    }

    static Step behind(Step step, String gate) {
        return new Step(
                step.id(),
                step.title(),
                step.owners(),
                step.action(),
                step.needs(),
                step.requires(),
                step.provides(),
                List.of(new GateId(gate)),
                step.retries(),
                step.compensation());
    }

    static Step ownedBy(Step step, AgentId owner) {
        return new Step(
                step.id(),
                step.title(),
                List.of(owner),
                step.action(),
                step.needs(),
                step.requires(),
                step.provides(),
                step.gates(),
                step.retries(),
                step.compensation());
    }

    static Step undoneBy(Step step, Action compensation) {
        return new Step(
                step.id(),
                step.title(),
                step.owners(),
                step.action(),
                step.needs(),
                step.requires(),
                step.provides(),
                step.gates(),
                step.retries(),
                compensation);
    }

    static RunGate gate(String id, String after, String... approvers) {
        return new RunGate(
                new GateId(id),
                id,
                List.of(approvers).stream().map(AgentId::new).toList(),
                List.of(new TaskId(after)),
                List.of());
    }

    static RunPlan plan(Step... steps) {
        return new RunPlan(new RunId("r1"), List.of(steps), List.of());
    }

    static SortedMap<String, String> none() {
        return new TreeMap<>();
    }
}
