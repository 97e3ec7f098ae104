package muster.storage;

import java.util.Map;
import java.util.function.Function;
import muster.plan.FactId;
import muster.plan.LoopRule;
import muster.plan.LoopRule.Criterion;
import muster.plan.PhaseId;
import muster.plan.TaskId;
import muster.run.Event;
import muster.run.LoopEvent;
import muster.run.LoopState;
import muster.run.RunLoop;

/// Loops and what happens to their rounds as JSON, both ways.
final class LoopJson {
    private LoopJson() {}

    static JsonOut out(LoopEvent event) {
        return switch (event) {
            case LoopEvent.RoundEnded e ->
                JsonOut.of("round-ended", EventReader.VERSION)
                        .put("loop", e.loop())
                        .put("round", e.round())
                        .put("standing", e.standing())
                        .put("changed", e.changed());
            case LoopEvent.RoundBegan e ->
                JsonOut.of("round-began", EventReader.VERSION)
                        .put("loop", e.loop())
                        .put("round", e.round());
        };
    }

    static Map<String, Function<JsonIn, Event>> types() {
        return Map.of(
                "round-ended",
                in -> new LoopEvent.RoundEnded(
                        id(in, "loop"),
                        Math.toIntExact(in.number("round")),
                        in.constant("standing", LoopState.Standing.class),
                        in.texts("changed")),
                "round-began",
                in -> new LoopEvent.RoundBegan(id(in, "loop"), Math.toIntExact(in.number("round"))));
    }

    static JsonOut loop(RunLoop loop) {
        return JsonOut.empty()
                .put("id", loop.id())
                .put("title", loop.title())
                .put("steps", loop.steps())
                .put("most", loop.rule().most())
                .put("converged", criterion(loop.rule().converged()))
                .put("exhausted", loop.rule().exhausted());
    }

    static RunLoop loop(JsonIn json) {
        return new RunLoop(
                id(json, "id"),
                json.text("title"),
                json.all("steps", TaskId::new),
                new LoopRule(
                        Math.toIntExact(json.number("most")),
                        criterion(json.object("converged")),
                        json.constant("exhausted", LoopRule.Exhausted.class)));
    }

    private static JsonOut criterion(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Judged _ -> kind("judged");
            case Criterion.Unchanged _ -> kind("unchanged");
            case Criterion.Holds(var fact) -> kind("holds").put("fact", fact);
            case Criterion.Reaches(var task, var output, var least, var most) ->
                kind("reaches")
                        .put("task", task)
                        .put("output", output)
                        .putIfAny("least", least)
                        .putIfAny("most", most);
        };
    }

    private static Criterion criterion(JsonIn json) {
        return switch (json.text("kind")) {
            case "judged" -> new Criterion.Judged();
            case "unchanged" -> new Criterion.Unchanged();
            case "holds" -> new Criterion.Holds(new FactId(json.text("fact")));
            case "reaches" ->
                new Criterion.Reaches(
                        new TaskId(json.text("task")),
                        json.text("output"),
                        json.decimalOrNull("least"),
                        json.decimalOrNull("most"));
            default -> throw new UnreadableEntry("unknown kind of criterion '" + json.text("kind") + "'");
        };
    }

    private static JsonOut kind(String kind) {
        return JsonOut.empty().put("kind", kind);
    }

    private static PhaseId id(JsonIn in, String key) {
        return new PhaseId(in.text(key));
    }
}
