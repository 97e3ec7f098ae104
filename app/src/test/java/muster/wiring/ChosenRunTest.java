package muster.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.TaskId;
import muster.run.RunGate;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.Step;
import muster.yaml.PlanReader;
import org.junit.jupiter.api.Test;

/// How the actions that planning chose become a run.
class ChosenRunTest {
    private static final String PLAN = """
            muster: 1
            plan: {id: p, title: A plan, start: "2026-01-05T09:00:00Z", target: ship}
            agents:
              - {id: ann, name: Ann, kind: human}
            expectations:
              - id: list
                title: A packing list
                probe: {file: LIST.md}
                remedies:
                  - {id: write-list, title: Write the list, owner: ann, estimate: 1h, action: {manual: Write it}}
              - {id: poem, title: A poem, probe: {file: POEM.md}, remedies: [{id: rhyme, title: Rhyme, owner: ann, action: {manual: Rhyme}}]}
            phases:
              - id: ship
                title: Ship it
                mode: hybrid
                tasks:
                  - {id: pack, title: Pack it, owners: [ann], requires: ["ready:list"], estimate: 1h, retries: 3}
                  - {id: send, title: Send it, owners: [ann], needs: [pack], estimate: 1h}
            gates:
              - {id: approval, title: Ann agrees, approvers: [ann], after: [pack], guards: [send]}
            """;

    private final RunPlan run = run();

    @Test
    void whatIsMissingAndNeededBecomesAStepAndNothingElse() {
        assertThat(run.steps())
                .extracting(step -> step.id().value())
                .containsExactlyInAnyOrder("write-list", "pack", "send");
        assertThat(step("write-list").provides()).containsExactly(new FactId("ready:list"));
    }

    @Test
    void aStepKeepsWhatThePlanSaysOfItsTask() {
        assertThat(step("pack").retries()).isEqualTo(3);
        assertThat(step("pack").needs()).containsExactly(new TaskId("write-list"));
        assertThat(step("pack").requires()).containsExactly(new FactId("ready:list"));
    }

    @Test
    void aGateIsNoStepButHoldsBackWhatItGuards() {
        assertThat(run.gates()).extracting(RunGate::id).containsExactly(new GateId("approval"));
        assertThat(run.gate(new GateId("approval")).after()).containsExactly(new TaskId("pack"));
        assertThat(step("send").gates()).containsExactly(new GateId("approval"));
    }

    private Step step(String id) {
        return run.step(new TaskId(id));
    }

    private static RunPlan run() {
        var plan = plan();
        var pipeline = new Pipeline(plan);
        var audit = pipeline.judge(List.of(), Map.of(), Instant.parse("2026-01-05T08:00:00Z"));
        var chosen = pipeline.planned(audit, Set.of(new FactId("done:send"))).actions();
        return pipeline.run(new RunId("r"), chosen);
    }

    private static Plan plan() {
        return switch (PlanReader.read("p.yaml", PLAN.getBytes(StandardCharsets.UTF_8))) {
            case Parsed.Ok<Plan>(var plan) -> plan;
            case Parsed.Failed<Plan>(var problems) -> throw new AssertionError(problems);
        };
    }
}
