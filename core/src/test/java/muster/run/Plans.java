package muster.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.TaskId;

/// Small plans for tests, written short.
final class Plans {
    static final AgentId ANN = new AgentId("ann");
    static final AgentId BOB = new AgentId("bob");

    private Plans() {}

    static Step step(String id, String... needs) {
        return new Step(
                task(id),
                id,
                List.of(ANN),
                new Action.Pack("test." + id, new TreeMap<>()),
                List.of(needs).stream().map(TaskId::new).toList(),
                List.of(),
                List.of(),
                List.of(),
                2,
                new Action.Pack("test.undo-" + id, new TreeMap<>()));
    }

    static Step manual(String id) {
        return with(step(id), new Action.Manual("do " + id), null);
    }

    static Step with(Step step, Action action, Action compensation) {
        return new Step(
                step.id(),
                step.title(),
                step.owners(),
                action,
                step.needs(),
                step.requires(),
                step.provides(),
                step.gates(),
                step.retries(),
                compensation);
    }

    static Step given(Step step, String requires, String provides) {
        return new Step(
                step.id(),
                step.title(),
                step.owners(),
                step.action(),
                step.needs(),
                facts(requires),
                facts(provides),
                step.gates(),
                step.retries(),
                step.compensation());
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

    static RunGate gate(String id, String after, AgentId... approvers) {
        return new RunGate(new GateId(id), id, List.of(approvers), List.of(task(after)), List.of());
    }

    static RunPlan plan(Step... steps) {
        return new RunPlan(new RunId("r1"), List.of(steps), List.of());
    }

    static TaskId task(String id) {
        return new TaskId(id);
    }

    static List<FactId> facts(String id) {
        return id.isEmpty() ? List.of() : List.of(new FactId(id));
    }

    static SortedSet<FactId> noFacts() {
        return new TreeSet<>();
    }

    /// A plan of 2 to 9 steps in which later steps need earlier ones at random, some manual, some behind a gate.
    static RunPlan random(Random random) {
        var count = 2 + random.nextInt(8);
        var steps = new ArrayList<Step>();
        for (var i = 0; i < count; i++) {
            steps.add(randomStep(random, i));
        }
        var gate = new RunGate(
                new GateId("g"),
                "g",
                random.nextBoolean() ? List.of(ANN, BOB) : List.of(BOB),
                List.of(task("s0")),
                random.nextInt(4) == 0 ? facts("f1") : List.of());
        return new RunPlan(new RunId("r1"), steps, List.of(gate));
    }

    private static Step randomStep(Random random, int i) {
        var needs = new ArrayList<TaskId>();
        for (var before = 0; before < i; before++) {
            if (random.nextInt(3) == 0) {
                needs.add(task("s" + before));
            }
        }
        var action =
                random.nextInt(4) == 0 ? new Action.Manual("do it") : new Action.Pack("test.s" + i, new TreeMap<>());
        return new Step(
                task("s" + i),
                "step " + i,
                random.nextBoolean() ? List.of(ANN) : List.of(),
                action,
                needs,
                random.nextInt(5) == 0 ? facts("f" + random.nextInt(3)) : List.of(),
                random.nextInt(3) == 0 ? facts("f" + random.nextInt(3)) : List.of(),
                i > 0 && random.nextInt(4) == 0 ? List.of(new GateId("g")) : List.of(),
                random.nextInt(3),
                random.nextInt(3) == 0 ? null : action);
    }
}
