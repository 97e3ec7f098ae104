package muster.storage;

import java.util.Map;
import java.util.function.Function;
import muster.plan.AgentId;
import muster.run.Event;
import muster.run.RevisionEvent;

/// Revisions of a run's plan as JSON, both ways.
final class RevisionJson {
    private RevisionJson() {}

    static JsonOut out(RevisionEvent.PlanRevised event) {
        return JsonOut.of("plan-revised", EventReader.VERSION)
                .put("plan", PlanJson.plan(event.plan()))
                .put("digest", event.digest())
                .put("by", event.by())
                .put("reason", event.reason())
                .put("changes", event.changes());
    }

    static Map<String, Function<JsonIn, Event>> types() {
        return Map.of(
                "plan-revised",
                in -> new RevisionEvent.PlanRevised(
                        PlanJson.plan(in.object("plan")),
                        in.text("digest"),
                        new AgentId(in.text("by")),
                        in.text("reason"),
                        in.texts("changes")));
    }
}
