package muster.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import muster.facts.WorldState;
import muster.plan.FactId;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.Problem;
import muster.planning.ActionPlan;
import muster.planning.CostRate;
import muster.planning.PlanningResult;
import muster.planning.Remedies;
import muster.planning.WishedPlan;
import muster.planning.Wishes;
import org.junit.jupiter.api.Test;

class PremiseFormsTest {
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private static final String PLAN = """
            muster: 1
            plan: {id: p, title: A plan, start: 2026-01-05T09:00:00Z, goal: ["done:load"]}
            agents:
              - {id: ann, name: Ann, kind: human, capabilities: [sql]}
            resources:
              - {id: quota, kind: consumable, unit: calls, amount: 100}
            phases:
              - id: work
                title: Work
                tasks:
                  - {id: clean, title: Clean up, owners: [ann], estimate: 1h}
                  - {id: load, title: Load, owners: [ann], estimate: 1h, requires: ["environment:staging"], demands: [{resource: quota, amount: 70}]}
                  - {id: move, title: Move, owners: [ann], estimate: 1h, provides: ["environment:staging"]}
                  - {id: check, title: Check, owners: [ann], estimate: 1h, demands: [{resource: quota, amount: 40}]}
                  - {id: draw, title: Draw, estimate: 1h, modes: [{capability: design}]}
                  - {id: tell, title: Tell, owners: [ann], estimate: 1h, requires: ["environment:production"]}
            planning:
              confidence: 0.8
              budget: 400 USD
              facts:
                - {id: disk, amount: 15, unit: GiB, observed: 2026-01-05T08:00:00Z, expires: 2026-01-06T00:00:00Z, confidence: 0.9, evidence: [df]}
                - {id: environment, value: production, values: [production, staging]}
              amounts:
                - {task: clean, fact: disk, gives: 20.5}
                - {task: load, fact: disk, takes: 30}
              wishes:
                - {fact: "done:check", priority: 5}
                - {fact: "done:draw", priority: 7}
                - {fact: "done:tell", priority: 9}
            """;

    @Test
    void amountsSymbolsAndWishesArePlannedFor() {
        var planned = planned(PLAN, START);

        assertThat(names(planned)).contains("clean", "load", "move", "tell").doesNotContain("check", "draw");
        assertThat(names(planned).indexOf("tell")).isLessThan(names(planned).indexOf("move"));
        assertThat(planned.taken()).containsExactly(new FactId("done:tell"));
        assertThat(planned.left())
                .map(WishedPlan.Left::wish)
                .containsExactly(new FactId("done:draw"), new FactId("done:check"));
        assertThat(planned.left().toString()).contains("can:design").contains("10 calls");
    }

    @Test
    void whatHasExpiredDoesNotCount() {
        var planned = planned(PLAN, Instant.parse("2026-01-06T00:00:00Z"));

        assertThat(planned.result().toString()).contains("9.5 GiB");
    }

    @Test
    void whatIsDoubtedDoesNotCount() {
        var planned = planned(PLAN.replace("confidence: 0.9", "confidence: 0.7"), START);

        assertThat(planned.result().toString()).contains("9.5 GiB");
    }

    @Test
    void theBudgetBindsGoalsThatMustBeReached() {
        var planned = planned(PLAN.replace("budget: 400 USD", "budget: 100 USD"), START);

        assertThat(planned.result().toString()).contains("BeyondBudget[least=180.00, budget=100.00]");
    }

    @Test
    void aRemedyTakesAndGivesAmountsAsATaskDoes() {
        var remedied = PLAN.replace("goal: [\"done:load\"]", "goal: [\"ready:dump\"]")
                .replace("phases:\n", """
                    expectations:
                      - id: dump
                        title: A dump
                        probe: {file: dump.sql}
                        remedies: [{id: export, title: Export it, owner: ann, estimate: 1h, action: {manual: Export it}}]
                    phases:
                    """)
                .replace("task: load, fact: disk, takes: 30", "task: export, fact: disk, takes: 30")
                .replaceAll("(?s)  wishes:.*", "");

        assertThat(names(planned(remedied, START))).containsExactly("clean", "export");
        assertThat(plan(PlanWriter.write(plan(remedied)))).isEqualTo(plan(remedied));
        assertThat(problems(remedied.replace("task: export", "task: expert")))
                .map(Problem::toString)
                .singleElement()
                .asString()
                .contains("unknown task or remedy 'expert'");
    }

    @Test
    void aPlanIsWrittenAsItIsRead() {
        var plan = plan(PLAN);

        assertThat(plan(PlanWriter.write(plan))).isEqualTo(plan);
    }

    @Test
    void everyMistakeHasItsPlace() {
        var wrong = PLAN.replace("gives: 20.5", "gives: 1, takes: 2")
                .replace("fact: disk, takes", "fact: disc, takes")
                .replace("value: production,", "value: test,")
                .replace("amount: 15,", "amount: 15.1234567,")
                .replace("priority: 7", "priority: 1001");

        assertThat(problems(wrong))
                .map(Problem::toString)
                .anySatisfy(each -> assertThat(each).startsWith("p.yaml:21:7: a quantity must be within"))
                .anySatisfy(each -> assertThat(each).startsWith("p.yaml:22:7: 'test' is none of"))
                .anySatisfy(each -> assertThat(each).startsWith("p.yaml:24:7: an amount of a task must have"))
                .anySatisfy(
                        each -> assertThat(each).startsWith("p.yaml:25:26: ").contains("disc"))
                .anySatisfy(each -> assertThat(each).startsWith("p.yaml:28:37: priority"));
    }

    private static List<String> names(WishedPlan planned) {
        ActionPlan plan = ((PlanningResult.Optimal) planned.result()).plan();
        return plan.steps().stream().map(step -> step.action().id().value()).toList();
    }

    private static WishedPlan planned(String text, Instant now) {
        return Wishes.plan(Remedies.problem(plan(text), WorldState.EMPTY, now, CostRate.STANDARD), () -> false);
    }

    private static Plan plan(String text) {
        return switch (read(text)) {
            case Parsed.Ok<Plan>(var plan) -> plan;
            case Parsed.Failed<Plan>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static List<Problem> problems(String text) {
        return switch (read(text)) {
            case Parsed.Ok<Plan> _ -> List.of();
            case Parsed.Failed<Plan>(var problems) -> problems;
        };
    }

    private static Parsed<Plan> read(String text) {
        return PlanReader.read("p.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
