package muster.storage;

import java.util.Map;
import java.util.function.Function;
import muster.coordination.BlockerEvent;
import muster.coordination.BlockerNote;
import muster.coordination.ClockEvent;
import muster.coordination.CoordinationEvent;
import muster.coordination.MatterId;
import muster.plan.AgentId;
import muster.plan.Severity;
import muster.plan.TaskId;

/// Events of blockers and clocks, both ways.
final class MatterJson {
    private MatterJson() {}

    static JsonOut out(BlockerEvent event) {
        return switch (event) {
            case BlockerEvent.BlockerRaised(var id, var note, var by) ->
                note(of("blocker-raised"), note).put("id", id).put("by", by);
            case BlockerEvent.BlockerResolved(var id, var by, var how) ->
                of("blocker-resolved").put("id", id).put("by", by).put("how", how);
        };
    }

    static JsonOut out(ClockEvent event) {
        return switch (event) {
            case ClockEvent.Reminded(var matter, var whom, var times) ->
                of("reminded").put("matter", matter).put("whom", whom).put("times", times);
            case ClockEvent.Escalated(var matter, var level, var to) ->
                of("escalated").put("matter", matter).put("level", level).put("to", to);
        };
    }

    static Map<String, Function<JsonIn, CoordinationEvent>> types() {
        return Map.of(
                "blocker-raised", in -> new BlockerEvent.BlockerRaised(id(in), note(in), by(in)),
                "blocker-resolved", in -> new BlockerEvent.BlockerResolved(id(in), by(in), in.text("how")),
                "reminded",
                        in -> new ClockEvent.Reminded(
                                in.text("matter"), in.all("whom", AgentId::new), Math.toIntExact(in.number("times"))),
                "escalated",
                        in -> new ClockEvent.Escalated(
                                in.text("matter"), Math.toIntExact(in.number("level")), in.text("to")));
    }

    static JsonOut note(JsonOut out, BlockerNote note) {
        return out.put("severity", note.severity())
                .put("title", note.title())
                .put("tasks", note.tasks())
                .put("impact", note.impact())
                .put("delay", note.delay())
                .put("mitigation", note.mitigation())
                .put("workaround", note.workaround())
                .put("action", note.action());
    }

    static BlockerNote note(JsonIn in) {
        return new BlockerNote(
                in.constant("severity", Severity.class),
                in.text("title"),
                in.all("tasks", TaskId::new),
                in.text("impact"),
                in.text("delay"),
                in.text("mitigation"),
                in.text("workaround"),
                in.text("action"));
    }

    static MatterId id(JsonIn in) {
        return MatterId.parse(in.text("id"));
    }

    static AgentId by(JsonIn in) {
        return new AgentId(in.text("by"));
    }

    private static JsonOut of(String type) {
        return JsonOut.of(type, CoordinationNotes.VERSION);
    }
}
