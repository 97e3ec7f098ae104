package muster.storage;

import java.time.Duration;
import java.util.List;
import muster.plan.AgentId;
import muster.plan.WorkMode;
import muster.run.RunAgent;
import muster.run.Terms;
import org.jspecify.annotations.Nullable;

/// A run's team and the terms of its steps as JSON, both ways.
final class TermsJson {
    private TermsJson() {}

    static JsonOut terms(Terms terms) {
        var json = JsonOut.empty()
                .put("open", terms.open().stream().map(TermsJson::who).toList())
                .put("writes", terms.writes())
                .put("deliverables", terms.deliverables())
                .put("checking", terms.checking())
                .put("late", terms.late());
        return terms.timeBox() == null ? json : json.put("timeBox", terms.timeBox());
    }

    static Terms terms(@Nullable JsonIn json) {
        return json == null
                ? Terms.NONE
                : new Terms(
                        json.objects("open").stream().map(TermsJson::who).toList(),
                        json.texts("writes"),
                        json.texts("deliverables"),
                        json.constant("checking", Terms.Checking.class),
                        json.constant("late", Terms.LateResults.class),
                        timeBox(json));
    }

    static JsonOut agent(RunAgent agent) {
        return JsonOut.empty()
                .put("id", agent.id())
                .put("role", agent.role())
                .put("capabilities", agent.capabilities())
                .put("capacity", agent.capacity());
    }

    static List<RunAgent> team(JsonIn plan) {
        return plan.has("team")
                ? plan.objects("team").stream().map(TermsJson::agent).toList()
                : List.of();
    }

    private static RunAgent agent(JsonIn json) {
        return new RunAgent(
                new AgentId(json.text("id")),
                json.text("role"),
                json.texts("capabilities"),
                Math.toIntExact(json.number("capacity")));
    }

    private static @Nullable Duration timeBox(JsonIn json) {
        return json.has("timeBox") ? Duration.parse(json.text("timeBox")) : null;
    }

    private static JsonOut who(WorkMode.Who who) {
        return switch (who) {
            case WorkMode.Who.Together(var agents) -> JsonOut.empty().put("agents", agents);
            case WorkMode.Who.Capable(var capability) -> JsonOut.empty().put("capability", capability);
            case WorkMode.Who.InRole(var role) -> JsonOut.empty().put("role", role);
        };
    }

    private static WorkMode.Who who(JsonIn json) {
        if (json.has("agents")) {
            return new WorkMode.Who.Together(json.all("agents", AgentId::new));
        }
        return json.has("role")
                ? new WorkMode.Who.InRole(json.text("role"))
                : new WorkMode.Who.Capable(json.text("capability"));
    }
}
