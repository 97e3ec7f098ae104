package muster.storage;

import java.math.BigDecimal;
import java.util.TreeMap;
import muster.plan.AgentId;
import muster.plan.Calendar;
import muster.plan.Checking;
import muster.plan.LateResults;
import muster.plan.ResourceId;
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
        if (!terms.spends().isEmpty()) {
            json.put("spends", terms.spends());
        }
        if (terms.parts() > 1) {
            json.put("parts", terms.parts());
        }
        return json.putIfAny("timeBox", terms.timeBox());
    }

    static Terms terms(@Nullable JsonIn json) {
        return json == null
                ? Terms.NONE
                : new Terms(
                        json.objects("open").stream().map(TermsJson::who).toList(),
                        json.texts("writes"),
                        json.texts("deliverables"),
                        json.constant("checking", Checking.class),
                        json.constant("late", LateResults.class),
                        json.durationOrNull("timeBox"),
                        json.has("spends") ? json.map("spends", ResourceId::new, BigDecimal::new) : new TreeMap<>(),
                        json.has("parts") ? Math.toIntExact(json.number("parts")) : 1);
    }

    static JsonOut agent(RunAgent agent) {
        return JsonOut.empty()
                .put("id", agent.id())
                .put("role", agent.role())
                .put("capabilities", agent.capabilities())
                .put("capacity", agent.capacity())
                .putIfAny("calendar", agent.calendar() == null ? null : CalendarJson.calendar(agent.calendar()));
    }

    static RunAgent agent(JsonIn json) {
        return new RunAgent(
                new AgentId(json.text("id")),
                json.text("role"),
                json.texts("capabilities"),
                Math.toIntExact(json.number("capacity")),
                calendar(json.objectOrNull("calendar")));
    }

    private static @Nullable Calendar calendar(@Nullable JsonIn json) {
        return json == null ? null : CalendarJson.calendar(json);
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
