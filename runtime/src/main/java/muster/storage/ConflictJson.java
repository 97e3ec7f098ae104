package muster.storage;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import muster.coordination.ConflictEvent;
import muster.coordination.ConflictNote;
import muster.coordination.CoordinationEvent;
import muster.coordination.Impact;
import muster.coordination.Yardstick;
import muster.plan.AgentId;
import muster.plan.ConflictKind;
import muster.plan.TaskId;

/// Events of conflicts, both ways.
final class ConflictJson {
    private ConflictJson() {}

    static JsonOut out(ConflictEvent event) {
        return switch (event) {
            case ConflictEvent.Ranked(var first, var then, var by) ->
                of("ranked").put("first", first).put("then", then).put("by", by);
            case ConflictEvent.OfConflict e -> conflict(e).put("id", e.id());
        };
    }

    private static JsonOut conflict(ConflictEvent.OfConflict event) {
        return switch (event) {
            case ConflictEvent.ConflictRaised(var _, var note) -> note(of("conflict-raised"), note);
            case ConflictEvent.ImpactAnalysed(var _, var impacts) ->
                of("impact-analysed")
                        .put(
                                "impacts",
                                impacts.stream().map(ConflictJson::impact).toList());
            case ConflictEvent.TurnGiven(var _, var side, var until) ->
                of("turn-given").put("side", side).put("until", until);
            case ConflictEvent.EvidenceGiven(var _, var side, var values) ->
                of("evidence-given").put("side", side).put("values", values);
            case ConflictEvent.TrialBegun(var _, var reviewAt) ->
                of("trial-begun").put("reviewAt", reviewAt);
            case ConflictEvent.ReviewDue _ -> of("review-due");
            case ConflictEvent.ConflictDecided(var _, var side, var by, var why) ->
                of("conflict-decided")
                        .put("side", side)
                        .put("by", by)
                        .put("rationale", why.rationale())
                        .put("basis", why.basis());
            case ConflictEvent.DecisionTold(var _, var to) ->
                of("decision-told").put("to", to);
            case ConflictEvent.ConflictResolved(var _, var by, var how) ->
                of("conflict-resolved").put("by", by).put("how", how);
        };
    }

    static Map<String, Function<JsonIn, CoordinationEvent>> types() {
        return Map.of(
                "ranked",
                        in -> new ConflictEvent.Ranked(
                                new TaskId(in.text("first")), new TaskId(in.text("then")), MatterJson.by(in)),
                "conflict-raised", in -> new ConflictEvent.ConflictRaised(MatterJson.id(in), note(in)),
                "impact-analysed",
                        in -> new ConflictEvent.ImpactAnalysed(
                                MatterJson.id(in),
                                in.objects("impacts").stream()
                                        .map(ConflictJson::impact)
                                        .toList()),
                "turn-given", in -> new ConflictEvent.TurnGiven(MatterJson.id(in), side(in), in.instant("until")),
                "evidence-given", in -> new ConflictEvent.EvidenceGiven(MatterJson.id(in), side(in), values(in)),
                "trial-begun", in -> new ConflictEvent.TrialBegun(MatterJson.id(in), in.instant("reviewAt")),
                "review-due", in -> new ConflictEvent.ReviewDue(MatterJson.id(in)),
                "conflict-decided",
                        in -> new ConflictEvent.ConflictDecided(
                                MatterJson.id(in),
                                side(in),
                                MatterJson.by(in),
                                new ConflictEvent.Reasons(in.text("rationale"), in.text("basis"))),
                "decision-told", in -> new ConflictEvent.DecisionTold(MatterJson.id(in), in.all("to", AgentId::new)),
                "conflict-resolved",
                        in -> new ConflictEvent.ConflictResolved(MatterJson.id(in), MatterJson.by(in), in.text("how")));
    }

    static JsonOut note(JsonOut out, ConflictNote note) {
        return out.put("kind", note.kind())
                .put("about", note.about())
                .put("by", note.by())
                .put("sides", note.sides().stream().map(ConflictJson::side).toList())
                .put(
                        "yardsticks",
                        note.yardsticks().stream().map(ConflictJson::yardstick).toList());
    }

    static ConflictNote note(JsonIn in) {
        return new ConflictNote(
                in.constant("kind", ConflictKind.class),
                in.text("about"),
                in.objects("sides").stream()
                        .map(each -> new ConflictNote.Side(
                                new AgentId(each.text("agent")),
                                CharterJson.optional(each.textOrNull("task"), TaskId::new),
                                each.text("flag")))
                        .toList(),
                in.objects("yardsticks").stream()
                        .map(each ->
                                new Yardstick(each.text("metric"), each.constant("better", Yardstick.Better.class)))
                        .toList(),
                MatterJson.by(in));
    }

    private static JsonOut side(ConflictNote.Side side) {
        var json = JsonOut.empty().put("agent", side.agent()).put("flag", side.flag());
        return side.task() == null ? json : json.put("task", side.task());
    }

    private static JsonOut yardstick(Yardstick yardstick) {
        return JsonOut.empty().put("metric", yardstick.metric()).put("better", yardstick.better());
    }

    static JsonOut impact(Impact impact) {
        return JsonOut.empty().put("chain", impact.chain()).put("waiting", impact.waiting());
    }

    static Impact impact(JsonIn in) {
        return new Impact(Duration.parse(in.text("chain")), Math.toIntExact(in.number("waiting")));
    }

    static int side(JsonIn in) {
        return Math.toIntExact(in.number("side"));
    }

    static SortedMap<String, BigDecimal> values(JsonIn in) {
        var values = new TreeMap<String, BigDecimal>();
        in.strings("values").forEach((metric, value) -> values.put(metric, new BigDecimal(value)));
        return values;
    }

    private static JsonOut of(String type) {
        return JsonOut.of(type, CoordinationNotes.VERSION);
    }
}
