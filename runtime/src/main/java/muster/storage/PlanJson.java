package muster.storage;

import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.TaskId;
import muster.run.RunGate;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.Step;
import muster.run.Terms;
import org.jspecify.annotations.Nullable;

/// A run's plan as JSON, both ways.
final class PlanJson {
    private PlanJson() {}

    /// The first version of the encoding that can say what a plan says: 2 knows a team and terms, 3 a quorum, 4 loops,
    /// budgets and calendars, 5 steps of several time-boxes.
    static int version(RunPlan plan) {
        if (plan.steps().stream().anyMatch(step -> step.terms().parts() > 1)) {
            return 5;
        }
        if (!plan.loops().isEmpty()
                || !plan.budgets().isEmpty()
                || plan.team().stream().anyMatch(agent -> agent.calendar() != null)) {
            return 4;
        }
        if (!plan.gates().stream().allMatch(PlanJson::asksForAll)) {
            return 3;
        }
        boolean saysMore = !plan.team().isEmpty()
                || plan.steps().stream().anyMatch(step -> !step.terms().equals(Terms.NONE));
        return saysMore ? 2 : EventReader.VERSION;
    }

    static JsonOut plan(RunPlan plan) {
        var json = JsonOut.empty()
                .put("run", plan.id())
                .put("steps", plan.steps().stream().map(PlanJson::step).toList())
                .put("gates", plan.gates().stream().map(PlanJson::gate).toList());
        if (!plan.team().isEmpty()) {
            json.put("team", plan.team().stream().map(TermsJson::agent).toList());
        }
        if (!plan.loops().isEmpty()) {
            json.put("loops", plan.loops().stream().map(LoopJson::loop).toList());
        }
        return plan.budgets().isEmpty()
                ? json
                : json.put(
                        "budgets",
                        plan.budgets().stream().map(BudgetJson::budget).toList());
    }

    static RunPlan plan(JsonIn json) {
        return new RunPlan(
                new RunId(json.text("run")),
                json.objects("steps").stream().map(PlanJson::step).toList(),
                json.objects("gates").stream().map(PlanJson::gate).toList(),
                json.objectsOrNone("team").stream().map(TermsJson::agent).toList(),
                json.objectsOrNone("loops").stream().map(LoopJson::loop).toList(),
                json.objectsOrNone("budgets").stream().map(BudgetJson::budget).toList());
    }

    static JsonOut step(Step step) {
        var json = JsonOut.empty()
                .put("id", step.id())
                .put("title", step.title())
                .put("owners", step.owners())
                .put("action", ActionJson.action(step.action()))
                .put("needs", step.needs())
                .put("requires", step.requires())
                .put("provides", step.provides())
                .put("gates", step.gates())
                .put("retries", step.retries());
        if (!step.terms().equals(Terms.NONE)) {
            json.put("terms", TermsJson.terms(step.terms()));
        }
        return step.compensation() == null ? json : json.put("compensation", ActionJson.action(step.compensation()));
    }

    static Step step(JsonIn json) {
        return new Step(
                new TaskId(json.text("id")),
                json.text("title"),
                json.all("owners", AgentId::new),
                ActionJson.action(json.object("action")),
                json.all("needs", TaskId::new),
                json.all("requires", FactId::new),
                json.all("provides", FactId::new),
                json.all("gates", GateId::new),
                Math.toIntExact(json.number("retries")),
                compensation(json.objectOrNull("compensation")),
                TermsJson.terms(json.objectOrNull("terms")));
    }

    private static @Nullable Action compensation(@Nullable JsonIn json) {
        return json == null ? null : ActionJson.action(json);
    }

    static JsonOut gate(RunGate gate) {
        var json = JsonOut.empty()
                .put("id", gate.id())
                .put("title", gate.title())
                .put("approvers", gate.approvers())
                .put("after", gate.after())
                .put("requires", gate.requires());
        return asksForAll(gate) ? json : json.put("quorum", gate.quorum());
    }

    private static boolean asksForAll(RunGate gate) {
        return gate.quorum() == gate.approvers().size();
    }

    static RunGate gate(JsonIn json) {
        return new RunGate(
                new GateId(json.text("id")),
                json.text("title"),
                json.all("approvers", AgentId::new),
                json.all("after", TaskId::new),
                json.all("requires", FactId::new),
                json.has("quorum")
                        ? Math.toIntExact(json.number("quorum"))
                        : json.texts("approvers").size());
    }
}
